package org.ntksweep.core.pass.explicit;

import org.ntksweep.core.matrix.Entries;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.pass.PassShape;
import org.ntksweep.core.pass.draw.LayerDraw;
import org.ntksweep.core.pass.draw.NetworkStream;
import org.ntksweep.core.pass.draw.WeightDraw;
import org.ntksweep.core.random.RandomStream;
import org.ntksweep.core.simd.Kernels;

/**
 * Draws the parameters of networks as {@link ExplicitNetwork} draws them, the numbers of the first
 * output before those of the others, which are not there.
 */
final class InitialDraw {
  private final PassShape shape;
  private final NetworkStream streams;
  private final Kernels kernels = Kernels.best();
  private final double[] block;

  InitialDraw(PassShape shape) {
    this.shape = shape;
    streams = new NetworkStream(shape.law(), kernels);
    int longest = Math.max(shape.widest(), shape.columns(shape.depth()));
    block = new double[Math.max(longest, WeightDraw.BLOCK)];
  }

  /** Writes the network of a sample. */
  void fill(long seed, long sample, Parameters parameters) {
    streams.begin(seed, sample);
    for (int l = 1; l <= shape.depth(); l++) {
      LearningLayer layer = parameters.layer(l);
      Entries entries = layer.all().entries();
      RandomStream stream = streams.ofLayer(l);
      int rows = shape.rows(l);
      int weights = rows * shape.columns(l);
      double[] biases = new double[rows];
      int first = l == shape.depth() ? 1 : rows;
      fillBiases(stream, biases, 0, first);
      fillWeights(l, stream, entries);
      fillBiases(stream, biases, first, rows - first);
      scale(entries, weights, layer.units().weight());
      kernels.scale(layer.units().bias(), biases, biases, rows);
      entries.put(weights, biases, rows);
    }
    parameters.vector().changed();
  }

  private void fillBiases(RandomStream stream, double[] biases, int from, int count) {
    if (shape.law().sigmaB2() > 0 && count > 0) {
      double[] drawn = new double[count];
      WeightDraw.fillBiases(shape.law().initialization(), stream, drawn);
      System.arraycopy(drawn, 0, biases, from, count);
    }
  }

  private void fillWeights(int l, RandomStream stream, Entries entries) {
    Network law = shape.law();
    int rows = shape.rows(l);
    int columns = shape.columns(l);
    if (l < shape.depth() || law.initialization() == Initialization.ORTHOGONAL) {
      LayerDraw.of(law, l, rows, columns, kernels).weights().fill(stream, block, entries);
    } else {
      WeightDraw row = LayerDraw.of(law, l, 1, columns, kernels).weights();
      for (int k = 0; k < rows; k++) {
        row.fill(stream, block, new RowEntries(entries, k, rows));
      }
    }
  }

  /** A row of a matrix as if it were one of its own. */
  private record RowEntries(Entries entries, int row, int rows) implements Entries {
    @Override
    public void get(int from, double[] out, int count) {
      double[] one = new double[1];
      for (int i = 0; i < count; i++) {
        entries.get((from + i) * rows + row, one, 1);
        out[i] = one[0];
      }
    }

    @Override
    public void put(int from, double[] in, int count) {
      double[] one = new double[1];
      for (int i = 0; i < count; i++) {
        one[0] = in[i];
        entries.put((from + i) * rows + row, one, 1);
      }
    }
  }

  private void scale(Entries entries, int count, double factor) {
    for (int from = 0; from < count; from += WeightDraw.BLOCK) {
      int now = Math.min(WeightDraw.BLOCK, count - from);
      entries.get(from, block, now);
      kernels.scale(factor, block, block, now);
      entries.put(from, block, now);
    }
  }
}
