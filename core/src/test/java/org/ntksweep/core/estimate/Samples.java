package org.ntksweep.core.estimate;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;

/** Samples of known laws, from a generator that is not under test. */
public final class Samples {
  private final Random random;

  public Samples(long seed) {
    random = new Random(seed);
  }

  public double[] gaussian(int count) {
    return DoubleStream.generate(random::nextGaussian).limit(count).toArray();
  }

  /** Log-normal samples with {@code E[t^2] / E[t]^2 = ratio}. */
  public double[] logNormal(double ratio, int count) {
    double sigma = Math.sqrt(Math.log(ratio));
    return Arrays.stream(gaussian(count)).map(z -> Math.exp(sigma * z)).toArray();
  }

  public static SampleSeries series(double... theta) {
    return SampleSeries.of(theta, logAbs(theta));
  }

  public static double[] logAbs(double... theta) {
    return Arrays.stream(theta).map(t -> StrictMath.log(Math.abs(t))).toArray();
  }
}
