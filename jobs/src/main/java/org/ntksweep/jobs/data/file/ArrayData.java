package org.ntksweep.jobs.data.file;

import org.ntksweep.core.data.DataException;
import org.ntksweep.core.data.LabelledData;

/** Examples of two arrays. Bytes become numbers from 0 to 1, other types stay as they are. */
final class ArrayData implements LabelledData {
  private static final double BYTE = 255;

  private final NpyArray inputs;
  private final NpyArray labels;
  private final int dimension;
  private final double unit;

  /**
   * Examples of these.
   *
   * @throws DataException if they do not belong together, or are empty
   */
  ArrayData(NpyArray inputs, NpyArray labels) {
    this.inputs = inputs;
    this.labels = labels;
    dimension = inputs.itemSize();
    unit = inputs.isOfBytes() ? BYTE : 1;
    if (inputs.count() != labels.count()) {
      throw new DataException(
          "has " + inputs.count() + " inputs, but " + labels.count() + " labels");
    }
    if (inputs.count() == 0 || dimension == 0) {
      throw new DataException("has no examples");
    }
    if (labels.itemSize() != 1) {
      throw new DataException("has labels of " + labels.itemSize() + " numbers each: must be one");
    }
  }

  @Override
  public int count() {
    return inputs.count();
  }

  @Override
  public int dimension() {
    return dimension;
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
