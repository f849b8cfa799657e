package org.ntksweep.core.estimate;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.sampling.KernelSampler;
import org.ntksweep.core.sampling.SamplerKind;

/**
 * How often nominal 95 % intervals of {@code E[Theta(x,y)] / E[Theta(x,x)]} at cosine 0.5 cover it,
 * for networks of width 50. The main method prints the table in the Javadoc of {@link OffDiagonal}.
 */
final class OffDiagonalCalibration {
  private static final int POOL = 400_000;
  private static final int RUNS = 1000;
  private static final int REPLICATES = 300;

  private final double[] diagonal = new double[POOL];
  private final double[] other = new double[POOL];
  private final double truth;

  private OffDiagonalCalibration(Activation activation, double sigmaW2, double sigmaB2, int depth) {
    Network network =
        new Network(
            activation, sigmaW2, sigmaB2, Widths.constant(50, 50, depth), Parametrization.STANDARD);
    KernelSampler sampler = SamplerKind.CONDITIONED.of(network, Inputs.withCosines(0.5));
    KernelMatrix kernel = new KernelMatrix(2);
    for (int sample = 0; sample < POOL; sample++) {
      sampler.sample(1, sample, kernel);
      diagonal[sample] = kernel.theta(0, 0);
      other[sample] = kernel.theta(0, 1);
    }
    truth = Arrays.stream(other).sum() / Arrays.stream(diagonal).sum();
  }

  /** The share of intervals that cover: of Student's law, of the percentile bootstrap. */
  private String coverage(int samples) {
    int runs = Math.min(RUNS, POOL / samples);
    int[] covered = new int[2];
    Random random = new Random(samples);
    for (int run = 0; run < runs; run++) {
      double[] x = Arrays.copyOfRange(diagonal, run * samples, (run + 1) * samples);
      double[] y = Arrays.copyOfRange(other, run * samples, (run + 1) * samples);
      OffDiagonal student = OffDiagonal.of(Samples.series(y), Samples.series(x), 0.95);
      covered[0] += student.low() <= truth && truth <= student.high() ? 1 : 0;
      double[] ratios =
          IntStream.range(0, REPLICATES)
              .mapToDouble(b -> resampled(x, y, random))
              .sorted()
              .toArray();
      boolean inside =
          ratios[REPLICATES / 40] <= truth && truth <= ratios[REPLICATES - 1 - REPLICATES / 40];
      covered[1] += inside ? 1 : 0;
    }
    return String.format("%5.1f %5.1f", 100.0 * covered[0] / runs, 100.0 * covered[1] / runs);
  }

  private static double resampled(double[] x, double[] y, Random random) {
    double sumX = 0;
    double sumY = 0;
    for (int i = 0; i < x.length; i++) {
      int drawn = random.nextInt(x.length);
      sumX += x[drawn];
      sumY += y[drawn];
    }
    return sumY / sumX;
  }

  @SuppressWarnings("SystemOut")
  public static void main(String[] args) {
    OffDiagonalCalibration[] laws = {
      new OffDiagonalCalibration(Activation.RELU, 1.5, 0, 10),
      new OffDiagonalCalibration(Activation.RELU, 2, 0, 20),
      new OffDiagonalCalibration(Activation.RELU, 2.5, 0, 30),
      new OffDiagonalCalibration(Activation.TANH, 1.5, 0.1, 15),
      new OffDiagonalCalibration(Activation.TANH, 3, 0, 20)
    };
    for (int samples : new int[] {5, 10, 20, 50, 200, 1000}) {
      StringBuilder row = new StringBuilder(String.format("%6d", samples));
      Arrays.stream(laws).forEach(law -> row.append(" | ").append(law.coverage(samples)));
      System.out.println(row);
    }
  }
}
