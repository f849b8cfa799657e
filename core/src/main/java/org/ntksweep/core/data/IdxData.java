package org.ntksweep.core.data;

import java.io.IOException;
import java.io.InputStream;

/**
 * Examples in IDX, MNIST's own form: one file of inputs, one of labels. Bytes become numbers from 0
 * to 1, other types stay as they are.
 */
public final class IdxData implements LabelledData {
  private static final double BYTE = 255;

  private final IdxArray inputs;
  private final IdxArray labels;
  private final double unit;

  private IdxData(IdxArray inputs, IdxArray labels) {
    this.inputs = inputs;
    this.labels = labels;
    unit = inputs.isOfBytes() ? BYTE : 1;
  }

  /**
   * Reads both streams to their ends, compressed by gzip or not; does not close them.
   *
   * @throws DataException if one is not IDX, or they do not belong together
   * @throws IOException if reading fails
   */
  public static IdxData read(InputStream inputs, InputStream labels) throws IOException {
    IdxArray x = IdxArray.read(inputs);
    IdxArray y = IdxArray.read(labels);
    if (y.itemSize() != 1) {
      throw new DataException("labels of " + y.itemSize() + " numbers each: must be one");
    }
    if (x.count() != y.count()) {
      throw new DataException(x.count() + " inputs, but " + y.count() + " labels");
    }
    return new IdxData(x, y);
  }

  @Override
  public int count() {
    return inputs.count();
  }

  @Override
  public int dimension() {
    return inputs.itemSize();
  }

  @Override
  public double label(int i) {
    return labels.at(i, 0);
  }

  @Override
  public void input(int i, double[] out) {
    for (int k = 0; k < out.length; k++) {
      out[k] = inputs.at(i, k) / unit;
    }
  }
}
