package org.ntksweep.core.pass.explicit;

import java.util.Arrays;
import java.util.List;
import org.ntksweep.core.pass.AffineLayer;
import org.ntksweep.core.pass.Pass;

/**
 * The way down of the derivatives of outputs, or of features, at examples that have gone up: of
 * some of them at a time, of each at every example. They lie in columns, in the order asked for.
 */
public final class ErrorPaths {
  private final List<AffineLayer<TrueSignals>> layers;
  private final Pass<TrueSignals> pass;
  private final Columns columns;

  /** How many are differentiated in all. */
  private final int count;

  /** Of every example the derivatives by what the first errors are of; none are 1 each. */
  private final double[][] slopes;

  /**
   * Where errors lie: of {@code examples} examples and, each, {@code atOnce} numbers.
   *
   * @param byExample whether those of an example are next to each other, not those of a number
   */
  record Columns(int examples, int atOnce, boolean byExample) {
    int count() {
      return examples * atOnce;
    }

    int example(int column) {
      return byExample ? column / atOnce : column % examples;
    }

    int number(int column) {
      return byExample ? column % atOnce : column / examples;
    }
  }

  ErrorPaths(
      List<AffineLayer<TrueSignals>> layers,
      Pass<TrueSignals> pass,
      Columns columns,
      int count,
      double[][] slopes) {
    this.layers = layers;
    this.pass = pass;
    this.columns = columns;
    this.count = count;
    this.slopes = slopes;
  }

  /** The layers they pass, from the first up. */
  public List<AffineLayer<TrueSignals>> layers() {
    return layers;
  }

  /** How many are differentiated in all. */
  public int count() {
    return count;
  }

  /** How many of them at a time. */
  public int atOnce() {
    return columns.atOnce();
  }

  /**
   * Carries the errors of those from {@code first} on down, as many as go at a time; where there
   * are no more they are 0.
   */
  public void carry(int first, Pass.Visitor<? super TrueSignals> visitor) {
    TrueSignals errors = pass.errors();
    for (int c = 0; c < columns.count(); c++) {
      int number = first + columns.number(c);
      double[] error = errors.vector(c);
      Arrays.fill(error, 0, errors.dimension(), 0);
      if (number < count) {
        error[number] = slopes.length == 0 ? 1 : slopes[columns.example(c)][number];
      }
      errors.accept(c, 0);
    }
    errors.multiply(0, columns.count());
    pass.carry(0, columns.count(), visitor);
  }
}
