package org.ntksweep.jobs.plan;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.sampling.KernelSampler;
import org.ntksweep.jobs.config.Sweep;

/**
 * How long samples take here: for every sampler and activation of a sweep a few samples of one
 * point are drawn, and what the cost model says of the others is scaled by what they took.
 */
final class Calibration {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** What is measured in all, about; a compiler needs the first half to get going. */
  private static final double BUDGET = 1e9;

  private Calibration() {}

  /** The time of some segments on one core of this machine, in nanoseconds. */
  static double nanos(Sweep sweep, List<Segment> segments) {
    Map<String, List<Segment>> kinds =
        segments.stream()
            .collect(Collectors.groupingBy(Calibration::kind, TreeMap::new, Collectors.toList()));
    double budget = BUDGET / kinds.size();
    return kinds.values().stream().mapToDouble(kind -> nanos(sweep, kind, budget)).sum();
  }

  private static String kind(Segment segment) {
    return segment.point().sampler() + " " + segment.point().law().activation();
  }

  private static double nanos(Sweep sweep, List<Segment> kind, double budget) {
    double predicted = kind.stream().mapToDouble(Segment::nanos).sum();
    Segment typical =
        kind.stream()
            .sorted(Comparator.comparingDouble(segment -> segment.point().nanosPerSample()))
            .skip(kind.size() / 2)
            .findFirst()
            .orElseThrow();
    // A sample that takes longer than all of the budget is left to the cost model.
    return typical.point().nanosPerSample() > budget
        ? predicted
        : predicted * measured(sweep, typical, budget) / typical.point().nanosPerSample();
  }

  /** The time of one sample, once the first half of the budget has warmed up the sampler. */
  private static double measured(Sweep sweep, Segment segment, double budget) {
    Inputs inputs = sweep.inputs(segment.point().law());
    KernelSampler sampler = segment.point().sampler().of(segment.point().law(), inputs);
    KernelMatrix kernel = new KernelMatrix(inputs.count());
    long start = THREADS.getCurrentThreadCpuTime();
    double took = 0;
    for (long sample = 0, batch = 1; took < budget; sample += batch, batch *= 2) {
      long before = THREADS.getCurrentThreadCpuTime();
      for (long s = sample; s < sample + batch; s++) {
        sampler.sample(sweep.seed(), s, kernel);
      }
      long now = THREADS.getCurrentThreadCpuTime();
      took = now - start;
      if (took + 2.0 * (now - before) > budget) {
        return (double) (now - before) / batch;
      }
    }
    return took;
  }
}
