package org.ntksweep.core.estimate;

import java.util.List;
import java.util.stream.IntStream;
import org.ntksweep.core.estimate.bootstrap.Bootstrap;
import org.ntksweep.core.estimate.ratio.RatioEstimator;

/**
 * How often nominal 95 % intervals of u_ratio cover the true ratio of log-normal samples, and how
 * often they are flagged. The main method prints the table in the Javadoc of {@link
 * UnderpoweredRule}.
 *
 * @param coverage the share of all intervals that cover
 * @param trusted the same among intervals that are not flagged; NaN if there are none
 * @param flagged the share of intervals that are flagged
 */
record UnderpoweredCalibration(double coverage, double trusted, double flagged) {

  static UnderpoweredCalibration simulate(double ratio, int samples, int runs, int replicates) {
    Samples source = new Samples(samples);
    List<SampleSeries> series =
        IntStream.range(0, runs)
            .mapToObj(run -> Samples.series(source.logNormal(ratio, samples)))
            .toList();
    List<KernelEstimate> estimates =
        KernelEstimator.of(RatioEstimator.U_RATIO, new Bootstrap(replicates, 0.95, 1))
            .estimate(series.get(0), series.subList(1, runs));
    List<KernelEstimate> trusted = estimates.stream().filter(e -> !e.underpowered()).toList();
    return new UnderpoweredCalibration(
        coverage(ratio, estimates), coverage(ratio, trusted), 1 - (double) trusted.size() / runs);
  }

  private static double coverage(double ratio, List<KernelEstimate> estimates) {
    return estimates.stream()
        .mapToInt(e -> e.ratioLo() <= ratio && ratio <= e.ratioHi() ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }

  private String cell() {
    return Double.isNaN(trusted)
        ? String.format("%3.0f   - %3.0f", 100 * coverage, 100 * flagged)
        : String.format("%3.0f %3.0f %3.0f", 100 * coverage, 100 * trusted, 100 * flagged);
  }

  @SuppressWarnings("SystemOut")
  public static void main(String[] args) {
    double[] ratios = {1.01, 1.1, 1.5, 2, 3, 5, 60};
    for (int samples : new int[] {10, 20, 50, 100, 200, 500, 1000, 5000, 10_000, 100_000}) {
      StringBuilder row = new StringBuilder(String.format("%6d", samples));
      for (double ratio : ratios) {
        int runs = samples > 10_000 ? 200 : 1000;
        row.append(" | ").append(simulate(ratio, samples, runs, 400).cell());
      }
      System.out.println(row);
    }
  }
}
