package org.ntksweep.core.data;

import java.util.Arrays;

/** What is done to each input by itself before a network sees it. */
public enum InputScale {
  /** Divided by its norm. */
  UNIT_NORM {
    @Override
    void apply(double[] x) {
      toNorm(x, 1);
    }
  },

  /** Left as it is; bytes are numbers from 0 to 1. */
  RAW {
    @Override
    void apply(double[] x) {}
  },

  /** Moved to mean 0 and scaled to squared norm {@code n_0}, so that entries have variance 1. */
  STANDARDIZED {
    @Override
    void apply(double[] x) {
      // Their mean may be off by a rounding, which would be taken for all there is.
      if (Arrays.stream(x).allMatch(entry -> entry == x[0])) {
        throw nothingIsLeft();
      }
      double mean = Arrays.stream(x).sum() / x.length;
      for (int k = 0; k < x.length; k++) {
        x[k] -= mean;
      }
      toNorm(x, Math.sqrt(x.length));
    }
  };

  /**
   * Scales one input in place.
   *
   * @throws DataException if that cannot be done, since all its entries are 0 or equal
   */
  abstract void apply(double[] x);

  private static DataException nothingIsLeft() {
    return new DataException("nothing is left of it: its entries are all equal or 0");
  }

  private static void toNorm(double[] x, double norm) {
    double largest = Arrays.stream(x).map(Math::abs).max().orElse(0);
    if (largest == 0) {
      throw nothingIsLeft();
    }
    double norm2 = 0;
    for (double entry : x) {
      norm2 += (entry / largest) * (entry / largest);
    }
    double factor = norm / Math.sqrt(norm2);
    for (int k = 0; k < x.length; k++) {
      x[k] = x[k] / largest * factor;
    }
  }
}
