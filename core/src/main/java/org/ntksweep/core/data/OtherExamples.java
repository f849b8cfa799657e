package org.ntksweep.core.data;

import java.util.stream.IntStream;

/** Data without some of its examples, in the same order. */
final class OtherExamples implements LabelledData {
  private final LabelledData data;
  private final int[] left;

  /** What is left of data, which may be nothing. */
  OtherExamples(LabelledData data, int[] without) {
    boolean[] gone = new boolean[data.count()];
    for (int i : without) {
      gone[i] = true;
    }
    this.data = data;
    left = IntStream.range(0, gone.length).filter(i -> !gone[i]).toArray();
  }

  @Override
  public int count() {
    return left.length;
  }

  @Override
  public int dimension() {
    return data.dimension();
  }

  @Override
  public double label(int i) {
    return data.label(left[i]);
  }

  @Override
  public void input(int i, double[] out) {
    data.input(left[i], out);
  }
}
