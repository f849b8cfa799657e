package org.ntksweep.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each comparison fails a right sampler once in 1e7 seeds; the seeds are fixed. */
@DisplayName("Normal numbers")
class GaussianTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double TAIL = 4.038849846109504;

  @Test
  void body() {
    double[] x = new double[200_000];
    stream(1).fillGaussian(x, 0, x.length);
    double p =
        KolmogorovSmirnovTest.withDefaults().test(x, NORMAL::cumulativeProbability).getPValue();
    assertThat(p).isGreaterThan(GoodnessOfFit.FALSE_FAILURE);
  }

  /** 40 million numbers in cells of a 20th, where wedges and layers would show. */
  @Test
  void cells() {
    double[] edges = new double[161];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = (i - 80) / 20.0;
    }
    GoodnessOfFit fit = new GoodnessOfFit(edges);
    count(2, 40_000_000, fit);
    fit.check(probabilities(edges));
  }

  /**
   * 400 million numbers leave some 21,000 beyond the last layer and 230 beyond 5, on both sides
   * together.
   */
  @Test
  void farTails() {
    double[] edges = {-5.5, -5, -4.7, -4.4, -4.2, -TAIL, TAIL, 4.2, 4.4, 4.7, 5, 5.5};
    GoodnessOfFit fit = new GoodnessOfFit(edges);
    RandomStream stream = stream(3);
    double[] x = new double[4096];
    long n = 400_000_000;
    for (long done = 0; done < n; done += x.length) {
      stream.fillGaussian(x, 0, x.length);
      for (double value : x) {
        if (Math.abs(value) >= TAIL) {
          fit.add(value);
        }
      }
    }
    double[] p = probabilities(edges);
    p[6] = Double.MIN_VALUE;
    fit.check(p);
  }

  /** What no sampling would resolve: layers are equally likely, so their areas have to be equal. */
  @Test
  void everyLayerHasTheSameArea() {
    for (int layer = 0; layer < Ziggurat.layers(); layer++) {
      assertThat(Ziggurat.relativeArea(layer)).as("layer %s", layer).isCloseTo(1, within(1e-11));
    }
    // The base: its box, and the tail of the normal law beyond it.
    double tail = Math.sqrt(2 * Math.PI) * NORMAL.survivalProbability(TAIL);
    double box = TAIL * Math.exp(-TAIL * TAIL / 2);
    assertThat((tail + box) / 0.001226324646353088).isCloseTo(1, within(1e-12));
  }

  @Test
  void oneByOneTheLawIsTheSame() {
    RandomStream stream = stream(4);
    double[] x = new double[200_000];
    Arrays.setAll(x, i -> Ziggurat.next(stream));
    double p =
        KolmogorovSmirnovTest.withDefaults().test(x, NORMAL::cumulativeProbability).getPValue();
    assertThat(p).isGreaterThan(GoodnessOfFit.FALSE_FAILURE);
  }

  private static void count(long seed, int n, GoodnessOfFit fit) {
    RandomStream stream = stream(seed);
    double[] x = new double[4096];
    for (int done = 0; done < n; done += x.length) {
      stream.fillGaussian(x, 0, x.length);
      for (double value : x) {
        fit.add(value);
      }
    }
  }

  private static double[] probabilities(double[] edges) {
    double[] p = new double[edges.length + 1];
    p[0] = NORMAL.cumulativeProbability(edges[0]);
    for (int i = 1; i < edges.length; i++) {
      p[i] = NORMAL.probability(edges[i - 1], edges[i]);
    }
    p[edges.length] = NORMAL.survivalProbability(edges[edges.length - 1]);
    return p;
  }

  private static RandomStream stream(long seed) {
    RandomStream stream = new RandomStream();
    stream.reset(seed, 0, 0);
    return stream;
  }
}
