package org.ntksweep.jobs.run.schedule;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ntksweep.jobs.plan.Segment;

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
  public List<Segment> segments() {
    return targets.stream().map(Target::draw).toList();
  }

  /** The samples that the summaries of its points lack. */
  public List<Segment> segmentsToSummarize() {
    return targets.stream()
        .map(t -> t.draw().withRange(t.before().summarised(), t.draw().to()))
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

  /** How many samples the estimates of each of them stand on, by its place in the sweep. */
  public Map<Integer, Long> wanted() {
    return targets.stream()
        .filter(Target::isReached)
        .collect(Collectors.toMap(Target::point, Target::wanted));
  }

  /** The identities of all its points. */
  public Set<String> points() {
    return targets.stream().map(target -> target.draw().point().key()).collect(Collectors.toSet());
  }
}
