package org.ntksweep.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.observe.KernelMatrix;

/** Size-biased networks, and means over them by their weights. */
final class Weighted {
  private final KernelSampler sampler;
  private final KernelMatrix kernel;
  private final long seed;
  private final int n;

  Weighted(SamplerKind kind, Network law, Inputs inputs, long seed, int n) {
    sampler = kind.of(law, inputs, VarianceReduction.SIZE_BIASED);
    kernel = new KernelMatrix(inputs.count());
    this.seed = seed;
    this.n = n;
  }

  /** A mean and its standard error. */
  record Mean(double value, double se) {

    /** How many standard errors it is off. */
    double z(double exact) {
      // A number that is not random may differ by rounding.
      return value == exact ? 0 : (value - exact) / (se + 1e-11 * Math.abs(exact));
    }

    double z(Mean other) {
      return (value - other.value) / Math.hypot(se, other.se);
    }

    /** Fails if it is off by z standard errors. */
    void check(String what, double exact, double z) {
      assertThat(Math.abs(z(exact)))
          .as("|z| of %s, %s against %s", what, value, exact)
          .isLessThan(z);
    }

    /** The standard deviation of one sample in units of the mean. */
    double deviation(int n) {
      return se * Math.sqrt(n) / Math.abs(value);
    }
  }

  /** The means of {@code e^(log weight) g} for several g of the kernel, over the same networks. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  final Mean[] means(ToDoubleFunction<KernelMatrix>... readings) {
    return means(List.of(readings));
  }

  Mean[] means(List<ToDoubleFunction<KernelMatrix>> readings) {
    double[] sum = new double[readings.size()];
    double[] squares = new double[readings.size()];
    for (int s = 0; s < n; s++) {
      sampler.sample(seed, s, kernel);
      double weight = Math.exp(kernel.logWeight());
      for (int i = 0; i < sum.length; i++) {
        double value = weight * readings.get(i).applyAsDouble(kernel);
        sum[i] += value;
        squares[i] += value * value;
      }
    }
    Mean[] means = new Mean[sum.length];
    for (int i = 0; i < means.length; i++) {
      double mean = sum[i] / n;
      means[i] = new Mean(mean, Math.sqrt(Math.max(0, squares[i] / n - mean * mean) / n));
    }
    return means;
  }

  /** {@code Theta^power} of one entry in units of a number that a double need not hold. */
  static ToDoubleFunction<KernelMatrix> power(int power, int i, int j, double logUnit) {
    return kernel -> Math.exp(power * kernel.logAbsTheta(i, j) - logUnit);
  }
}
