package org.ntksweep.core.data;

/** What a network is trained to answer to an example. */
public enum Targets {
  /** An output for every class: 1 for the example's, 0 for the others. */
  ONE_HOT {
    @Override
    double[] of(Classes classes, double label) {
      double[] y = new double[classes.count()];
      y[classes.index(label)] = 1;
      return y;
    }
  },

  /** As one-hot, less the mean over classes: {@code 1 - 1/C} and {@code -1/C}. */
  CENTERED {
    @Override
    double[] of(Classes classes, double label) {
      double[] y = ONE_HOT.of(classes, label);
      for (int k = 0; k < y.length; k++) {
        y[k] -= 1.0 / y.length;
      }
      return y;
    }
  },

  /** One output: -1 for the lower of two classes, 1 for the other. */
  SIGNS {
    @Override
    double[] of(Classes classes, double label) {
      if (classes.count() != 2) {
        throw new DataException("targets signs: needs two classes, not " + classes.count());
      }
      return new double[] {2 * classes.index(label) - 1};
    }
  },

  /** One output: the label itself. */
  VALUES {
    @Override
    double[] of(Classes classes, double label) {
      return new double[] {label};
    }
  };

  /** The target of an example with this label. */
  abstract double[] of(Classes classes, double label);

  /** Whether labels stand for classes. */
  public boolean isOfClasses() {
    return this != VALUES;
  }
}
