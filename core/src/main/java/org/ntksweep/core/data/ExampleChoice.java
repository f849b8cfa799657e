package org.ntksweep.core.data;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which examples of some data a network is shown: the first ones in the order of the data, so that
 * more examples add to fewer.
 *
 * @param classes only examples of these; all if empty
 * @param count how many; if empty all there are, balanced as many as the rarest class allows
 * @param balanced whether every class has its share, those first in order one more where it does
 *     not divide evenly
 */
public record ExampleChoice(Optional<Classes> classes, OptionalInt count, boolean balanced) {

  /** All examples. */
  public static ExampleChoice all() {
    return new ExampleChoice(Optional.empty(), OptionalInt.empty(), false);
  }

  /**
   * The chosen examples.
   *
   * @throws DataException if there are not as many, a class has no example, a label is not a whole
   *     number where classes are meant, a number is not finite, or an input cannot be scaled
   */
  public Examples from(LabelledData data, InputScale scale, Targets targets) {
    Classes of = targets.isOfClasses() ? classes.orElseGet(() -> Classes.in(data)) : null;
    int[] chosen = of == null ? first(data) : ofClasses(data, of);
    double[][] x = new double[chosen.length][data.dimension()];
    double[][] y = new double[chosen.length][];
    double[] label = new double[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      data.input(chosen[i], x[i]);
      label[i] = data.label(chosen[i]);
      check(chosen[i], x[i], label[i]);
      scale(scale, chosen[i], x[i]);
      y[i] = targets.of(of, label[i]);
    }
    return new Examples(x, y, label);
  }

  private int[] first(LabelledData data) {
    if (classes.isPresent() || balanced) {
      throw new DataException("targets values: labels are numbers, which have no classes");
    }
    int n = count.orElse(data.count());
    if (n > data.count()) {
      throw tooFew(n, data.count(), "");
    }
    int[] chosen = new int[n];
    Arrays.setAll(chosen, i -> i);
    return chosen;
  }

  private int[] ofClasses(LabelledData data, Classes of) {
    int[] left = shares(there(data, of));
    int[] chosen = new int[data.count()];
    int n = 0;
    int wanted = count.orElse(Integer.MAX_VALUE);
    for (int i = 0; i < data.count() && n < wanted; i++) {
      int k = of.index(data.label(i));
      if (k >= 0 && left[k]-- > 0) {
        chosen[n++] = i;
      }
    }
    if (count.isPresent() && n < wanted) {
      throw tooFew(wanted, n, (balanced ? ", balanced," : "") + " of classes " + of);
    }
    return Arrays.copyOf(chosen, n);
  }

  /** How many examples of each class there are. */
  private static int[] there(LabelledData data, Classes of) {
    int[] there = new int[of.count()];
    for (int i = 0; i < data.count(); i++) {
      int k = of.index(data.label(i));
      if (k >= 0) {
        there[k]++;
      }
    }
    for (int k = 0; k < there.length; k++) {
      if (there[k] == 0) {
        throw new DataException("class " + of.at(k) + ": has no example");
      }
    }
    return there;
  }

  /** How many examples of each class there may be. */
  private int[] shares(int[] there) {
    int[] share = there.clone();
    if (balanced) {
      int classCount = share.length;
      int n = count.orElse(classCount * Arrays.stream(there).min().getAsInt());
      Arrays.setAll(share, k -> n / classCount + (k < n % classCount ? 1 : 0));
    }
    return share;
  }

  private static DataException tooFew(int wanted, int there, String which) {
    return new DataException("examples " + wanted + ": there are " + there + which);
  }

  private static void check(int i, double[] x, double label) {
    if (!Double.isFinite(label) || !Arrays.stream(x).allMatch(Double::isFinite)) {
      throw new DataException("example " + i + ": has a number that is not finite");
    }
  }

  private static void scale(InputScale scale, int i, double[] x) {
    try {
      scale.apply(x);
    } catch (DataException e) {
      throw new DataException("example " + i + ": " + e.getMessage());
    }
  }
}
