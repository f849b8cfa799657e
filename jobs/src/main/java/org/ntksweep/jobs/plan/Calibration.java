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
import org.ntksweep.core.pass.revealed.Workspace;
import org.ntksweep.core.sampling.KernelSampler;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.tables.SweepPoint;

/**
 * How long samples take here: for every sampler and activation of a sweep a few samples of one
 * point are drawn, and what the cost model says of the others is scaled by what they took.
 */
final class Calibration {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** What is measured in all, about; a compiler needs the first half to get going. */
  private static final double BUDGET = 1e9;

  /** Shorter batches are not timed well. */
  private static final double SHORTEST_BATCH = 5e6;

  /** The most a measurement may differ from the cost model. */
  private static final double MOST = 5;

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
        : predicted
            * factor(measured(sweep, typical.point(), budget) / typical.point().nanosPerSample());
  }

  /** A machine is not that much slower or faster than the model: what says so is noise. */
  private static double factor(double measured) {
    return Math.max(1 / MOST, Math.min(measured, MOST));
  }

  /** The time of one sample: the least of several batches, as what disturbs one only adds to it. */
  private static double measured(Sweep sweep, SweepPoint point, double budget) {
    Inputs inputs = sweep.inputs(point.law());
    KernelMatrix kernel = new KernelMatrix(inputs.count());
    try (KernelSampler sampler =
        point.sampler().of(point.law(), inputs, sweep.dense(), new Workspace())) {
      long start = THREADS.getCurrentThreadCpuTime();
      double least = Double.POSITIVE_INFINITY;
      for (long sample = 0, batch = 1, now = start; now - start < budget; sample += batch) {
        long before = now;
        for (long s = sample; s < sample + batch; s++) {
          sampler.sample(sweep.seed(), s, kernel);
        }
        now = THREADS.getCurrentThreadCpuTime();
        least = Math.min(least, (double) (now - before) / batch);
        batch = now - before < SHORTEST_BATCH ? 2 * batch : batch;
      }
      return least;
    }
  }
}
