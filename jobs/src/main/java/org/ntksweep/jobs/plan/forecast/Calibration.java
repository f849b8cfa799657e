package org.ntksweep.jobs.plan.forecast;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.pass.revealed.Workspace;
import org.ntksweep.core.sampling.KernelSampler;
import org.ntksweep.jobs.config.Drawing;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.plan.Segment;
import org.ntksweep.jobs.tables.point.SweepPoint;

/**
 * How long samples take here: of every sampler of a sweep, a few samples of the activation that
 * takes it the longest are drawn, and what the cost model says of the others is scaled by what they
 * took. More of them would each be measured before the compiler is done with it.
 */
final class Calibration {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** What is measured in all, about; a compiler needs the first half to get going. */
  private static final double BUDGET = 1e9;

  /** Shorter batches are not timed well. */
  private static final double SHORTEST_BATCH = 5e6;

  /** Slower than the model by this, the compiler may not be done yet, and there is more time. */
  private static final double SUSPICIOUS = 1.4;

  private static final double MORE = 3;

  /** The most a measurement may differ from the cost model. */
  private static final double MOST = 3;

  private Calibration() {}

  /** The time of some segments on one core of this machine, in nanoseconds. */
  static double nanos(Sweep sweep, List<Segment> segments) {
    Map<Drawing, List<Segment>> samplers =
        segments.stream().collect(Collectors.groupingBy(segment -> segment.point().drawing()));
    double budget = BUDGET / samplers.size();
    return samplers.values().stream()
        .mapToDouble(all -> predicted(all) * factor(sweep, typical(all), budget))
        .sum();
  }

  private static double predicted(List<Segment> segments) {
    return segments.stream().mapToDouble(Segment::nanos).sum();
  }

  /** Of the activation that takes the longest, the point of median cost. */
  private static SweepPoint typical(List<Segment> segments) {
    Map<Activation, List<Segment>> activations =
        segments.stream()
            .collect(Collectors.groupingBy(segment -> segment.point().law().activation()));
    List<Segment> costliest =
        activations.values().stream()
            .max(Comparator.comparingDouble(Calibration::predicted))
            .orElseThrow();
    return costliest.stream()
        .map(Segment::point)
        .sorted(Comparator.comparingDouble(SweepPoint::nanosPerSample))
        .skip(costliest.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  /** A sample that takes longer than all of the budget is left to the cost model. */
  private static double factor(Sweep sweep, SweepPoint point, double budget) {
    return point.nanosPerSample() > budget
        ? 1
        : factor(measured(sweep, point, budget) / point.nanosPerSample());
  }

  /** A machine is not that much slower or faster than the model: what says so is noise. */
  private static double factor(double measured) {
    return Math.max(1 / MOST, Math.min(measured, MOST));
  }

  /** The time of one sample: the least of several batches, as what disturbs one only adds to it. */
  private static double measured(Sweep sweep, SweepPoint point, double budget) {
    Inputs inputs = sweep.inputs(point.law());
    KernelMatrix kernel = new KernelMatrix(inputs.count());
    try (KernelSampler sampler = point.sampler(inputs, sweep.dense(), new Workspace())) {
      long start = THREADS.getCurrentThreadCpuTime();
      double least = Double.POSITIVE_INFINITY;
      for (long sample = 0, batch = 1, now = start;
          now - start < budget * (least > SUSPICIOUS * point.nanosPerSample() ? MORE : 1);
          sample += batch) {
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
