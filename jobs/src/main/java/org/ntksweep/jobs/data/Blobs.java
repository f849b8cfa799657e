package org.ntksweep.jobs.data;

import java.util.Arrays;
import org.ntksweep.core.data.LabelledData;
import org.ntksweep.core.random.RandomStream;

/** Gaussian blobs as if they had been read; the label is the number of the class, from 0. */
final class Blobs implements LabelledData {
  /** The names of the streams of means and of examples. */
  private static final long MEANS = 0x6d65616e73L;

  private static final long EXAMPLES = 0x626c6f6273L;

  private final int dimension;
  private final int count;
  private final double spread;
  private final long seed;
  private final double[][] mean;
  private final RandomStream stream = new RandomStream();

  Blobs(int dimension, int classes, int count, double spread, long seed) {
    this.dimension = dimension;
    this.count = count;
    this.spread = spread;
    this.seed = seed;
    mean = new double[classes][dimension];
    for (int k = 0; k < classes; k++) {
      normals(MEANS, k, mean[k]);
    }
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public double label(int i) {
    return i % mean.length;
  }

  @Override
  public void input(int i, double[] out) {
    normals(EXAMPLES, i, out);
    double[] of = mean[i % mean.length];
    Arrays.setAll(out, j -> of[j] + spread * out[j]);
  }

  /** Normal numbers of variance 1/n_0. */
  private void normals(long name, long index, double[] out) {
    stream.reset(seed, name, index);
    stream.fillGaussian(out, 0, out.length);
    double unit = 1 / Math.sqrt(dimension);
    Arrays.setAll(out, j -> unit * out[j]);
  }
}
