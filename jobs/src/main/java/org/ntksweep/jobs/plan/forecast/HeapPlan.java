package org.ntksweep.jobs.plan.forecast;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ntksweep.core.estimate.Estimation;
import org.ntksweep.core.network.Network;
import org.ntksweep.jobs.config.Drawing;
import org.ntksweep.jobs.config.Drawings;
import org.ntksweep.jobs.config.RatioTarget;
import org.ntksweep.jobs.config.Sweep;

/**
 * About how much of Java's heap a sweep takes, in bytes: of Spark, of the driver for each point,
 * and of each task that draws or estimates.
 *
 * @param points what the driver keeps of all points
 * @param sampling what a task takes that draws, or finds theory
 * @param sampled how many tasks may draw at a time, however many cores there are
 * @param estimating what a task takes that estimates
 * @param estimated how many may estimate
 */
public record HeapPlan(Part points, Part sampling, long sampled, Part estimating, long estimated) {
  /** Java, Spark and its buffers. */
  private static final double SPARK = 400e6;

  /** A point on its way through plan, waves and commits; and what of it an executor has. */
  private static final double PER_POINT = 1_000;

  private static final double SHARE_OF_EXECUTORS = 0.15;

  /** A layer of an infinitely wide network at a cosine. */
  private static final double PER_LAYER_OF_THEORY = 150;

  /** A pair's two sums of a kernel that is drawn. */
  private static final double PER_KERNEL_ENTRY = 96;

  /** Samples as they arrive, their bytes on the way, and in order. */
  private static final double PER_GATHERED_SAMPLE = 3 * 2 * Double.BYTES;

  /** Beside these, samples of one entry apart in mantissa and exponent. */
  private static final double PER_SERIES_SAMPLE = 40;

  /** Three sums of five rows, two where samples are plain. */
  private static final double PER_SUMMARISED_REPLICATE = 3 * 5 * Double.BYTES;

  /** A summary that is merged, its bytes as they grow, and in the buffers of a table. */
  private static final double COPIES_OF_SUMMARY = 10;

  /**
   * A part of the heap.
   *
   * @param keys what of a sweep file asks for it
   * @param what what it is for, as what takes so much memory
   * @param bytes how much
   */
  public record Part(String keys, String what, double bytes) {}

  /** The plan of a sweep; its points are not made for that. */
  public static HeapPlan of(Sweep sweep) {
    return sweep
        .training()
        .map(part -> new TrainingHeap(sweep, part).plan())
        .orElseGet(() -> ofSampling(sweep));
  }

  private static HeapPlan ofSampling(Sweep sweep) {
    long points = sweep.points().size();
    Estimation estimation = sweep.estimation();
    boolean streams = estimation.streams(mostSamples(sweep));
    Part gathering = new Part("samples", "estimating from all samples of a point", gathered(sweep));
    Part summing =
        new Part("bootstrap.replicates", "summing up replicates", streams ? summed(sweep) : 0);
    return new HeapPlan(
        planned(points, 0),
        new Part(
            "grid and cosines", "drawing networks of this size and their theory", drawn(sweep)),
        saturated(points, mostSamples(sweep)),
        gathering.bytes() < summing.bytes() ? summing : gathering,
        streams ? Long.MAX_VALUE : points);
  }

  /**
   * What the driver keeps of so many points.
   *
   * @param more bytes beside them
   */
  static Part planned(long points, double more) {
    return new Part(
        "grid",
        String.format(Locale.ROOT, "planning %,d points", points),
        PER_POINT * points + more);
  }

  static long saturated(long points, long samples) {
    return samples > Long.MAX_VALUE / points ? Long.MAX_VALUE : points * samples;
  }

  /** The most samples a point may come to have. */
  private static long mostSamples(Sweep sweep) {
    long most = sweep.sampling().target().map(RatioTarget::maxSamples).orElse(0L);
    return Math.max(sweep.firstSamples(), most);
  }

  private static double drawn(Sweep sweep) {
    double entries = sweep.rowsPerSample();
    Drawings drawings = sweep.drawings();
    double sampler =
        sweep.shapes().stream()
            .mapToDouble(law -> samplerBytes(sweep, law, drawings.of(law)))
            .max()
            .orElse(0);
    double depth = sweep.shapes().stream().mapToInt(Network::depth).max().orElse(0);
    return sampler
        + PER_KERNEL_ENTRY * entries * (entries + 1) / 2
        + PER_LAYER_OF_THEORY * depth * entries;
  }

  private static double samplerBytes(Sweep sweep, Network law, Drawing drawing) {
    return drawing.sampler().heapBytes(law, sweep.inputs(law), drawing.reduction());
  }

  /** Of the greatest number of samples that is gathered. */
  private static double gathered(Sweep sweep) {
    long most = mostSamples(sweep);
    if (sweep.estimation().streams(most)) {
      most =
          sweep.estimation().streams(sweep.firstSamples())
              ? 0
              : Math.min(most, Estimation.ALWAYS_GATHERED);
    }
    double replicates = sweep.estimation().bootstrap().replicates();
    double perEntry = PER_GATHERED_SAMPLE * most + (most > 0 ? 2 * Double.BYTES * replicates : 0);
    return perEntry * sweep.rowsPerSample() + PER_SERIES_SAMPLE * most;
  }

  private static double summed(Sweep sweep) {
    return COPIES_OF_SUMMARY
        * PER_SUMMARISED_REPLICATE
        * sweep.estimation().bootstrap().replicates()
        * sweep.rowsPerSample();
  }

  /** All of a run in one JVM. */
  public double inOneJvm(int tasks) {
    return SPARK + points.bytes() + ofTasks(tasks);
  }

  /** The driver of a run whose tasks are elsewhere. */
  public double ofDriver() {
    return SPARK + points.bytes();
  }

  /** An executor of a run. */
  public double ofExecutor(int tasks) {
    return SPARK + SHARE_OF_EXECUTORS * points.bytes() + ofTasks(tasks);
  }

  private double ofTasks(int tasks) {
    return Math.min(tasks, sampled) * sampling.bytes()
        + Math.min(tasks, estimated) * estimating.bytes();
  }

  /** What takes the most where tasks run. */
  public Part largest(int tasks) {
    List<Part> parts =
        Stream.of(points, times(sampling, tasks, sampled), times(estimating, tasks, estimated))
            .toList();
    return parts.stream().max(Comparator.comparingDouble(Part::bytes)).orElseThrow();
  }

  private static Part times(Part part, int tasks, long most) {
    double count = Math.min(tasks, most);
    return new Part(part.keys(), part.what(), count * part.bytes());
  }
}
