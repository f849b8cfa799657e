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
    Optional<Classes> of = classes(data, targets);
    of.ifPresent(these -> these.checkAreIn(data));
    return new ExampleMaker(data, of, scale, targets).of(chosen(data, of));
  }

  /**
   * Examples to try a network on that is trained on the chosen ones: the first of other data, of
   * the same classes, or else of those that are left.
   *
   * @param data those that are chosen from for training
   * @param others others, if there are any
   * @param test how many, at least 1
   * @throws DataException as {@link #from}, and if inputs differ in length
   */
  public Examples test(
      LabelledData data,
      Optional<LabelledData> others,
      int test,
      InputScale scale,
      Targets targets) {
    Optional<Classes> of = classes(data, targets);
    LabelledData tried = others.orElseGet(() -> new OtherExamples(data, chosen(data, of)));
    ExampleChoice choice = new ExampleChoice(classes, OptionalInt.of(test), balanced);
    try {
      checkDimension(tried, data.dimension());
      return new ExampleMaker(tried, of, scale, targets).of(choice.chosen(tried, of));
    } catch (DataException e) {
      throw new DataException("of the test " + e.getMessage());
    }
  }

  private static void checkDimension(LabelledData tried, int dimension) {
    if (tried.dimension() != dimension) {
      throw new DataException(
          "inputs of " + tried.dimension() + " numbers: those to train on have " + dimension);
    }
  }

  private Optional<Classes> classes(LabelledData data, Targets targets) {
    if (targets.isOfClasses()) {
      return classes.or(() -> Optional.of(Classes.in(data)));
    }
    if (classes.isPresent() || balanced) {
      throw new DataException("targets values: labels are numbers, which have no classes");
    }
    return Optional.empty();
  }

  private int[] chosen(LabelledData data, Optional<Classes> of) {
    return of.isPresent() ? ofClasses(data, of.get()) : first(data);
  }

  private int[] first(LabelledData data) {
    int n = count.orElse(data.count());
    if (n > data.count()) {
      throw tooFew(n, data.count(), "");
    }
    int[] chosen = new int[n];
    Arrays.setAll(chosen, i -> i);
    return chosen;
  }

  private int[] ofClasses(LabelledData data, Classes of) {
    int[] left = shares(of.counts(data));
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
}
