package org.ntksweep.jobs.run.schedule;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.plan.Stretch;

/**
 * Points that are sampled, estimated and committed together.
 *
 * @param targets what is done to each, in the order of the sweep
 * @param streaming whether their samples are summarised as they pass, not gathered
 * @param stored whether their samples are written to disk
 */
public record Wave(List<Target> targets, boolean streaming, boolean stored) {

  public Wave {
    targets = List.copyOf(targets);
  }

  /** The samples to draw. */
  public List<Stretch> stretches() {
    return targets.stream().map(Target::draw).toList();
  }

  /** The samples that the summaries of its points lack. */
  public List<Stretch> stretchesToSummarize() {
    return targets.stream()
        .map(t -> new Stretch(t.point(), t.before().summarised(), t.draw().to()))
        .toList();
  }

  /** How many samples are drawn. */
  public long samples() {
    return targets.stream().mapToLong(target -> target.draw().samples()).sum();
  }

  /** The points that get estimates, by their places in the sweep. */
  public List<Integer> estimated() {
    return targets.stream().filter(Target::isReached).map(Target::point).toList();
  }

  /** The identities of all its points. */
  public Set<String> points(Sweep sweep) {
    return targets.stream()
        .map(target -> sweep.points().get(target.point()).id().toString())
        .collect(Collectors.toSet());
  }
}
