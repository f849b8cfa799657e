package org.ntksweep.core.data;

import java.util.Arrays;
import java.util.Optional;

/**
 * The classes that targets tell apart: with several outputs that of the largest, if examples of a
 * class have the same target; with one output its sign, if every target is 1 or -1.
 */
public final class TargetClasses {
  private final int[] classOf;
  private final int count;

  private TargetClasses(int[] classOf, int count) {
    this.classOf = classOf;
    this.count = count;
  }

  /** Those of examples; empty where targets are numbers to be met, and not of classes. */
  public static Optional<TargetClasses> of(Examples examples) {
    TargetClasses classes =
        examples.outputs() == 1 ? ofSigns(examples) : ofLargestOutputs(examples);
    return classes.explain(examples) ? Optional.of(classes) : Optional.empty();
  }

  private static TargetClasses ofSigns(Examples examples) {
    int[] classOf = new int[examples.count()];
    Arrays.setAll(classOf, i -> examples.target(i, 0) > 0 ? 1 : 0);
    return new TargetClasses(classOf, 2);
  }

  private static TargetClasses ofLargestOutputs(Examples examples) {
    int[] classOf = new int[examples.count()];
    Arrays.setAll(classOf, i -> largest(examples, i));
    return new TargetClasses(classOf, examples.outputs());
  }

  private static int largest(Examples examples, int i) {
    int largest = 0;
    for (int k = 1; k < examples.outputs(); k++) {
      largest = examples.target(i, k) > examples.target(i, largest) ? k : largest;
    }
    return largest;
  }

  private boolean explain(Examples examples) {
    int[] first = new int[count];
    Arrays.fill(first, -1);
    for (int i = 0; i < classOf.length; i++) {
      int c = classOf[i];
      first[c] = first[c] < 0 ? i : first[c];
      if (!sameTarget(examples, i, first[c])) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameTarget(Examples examples, int i, int j) {
    boolean same = examples.outputs() > 1 || Math.abs(examples.target(i, 0)) == 1;
    for (int k = 0; k < examples.outputs(); k++) {
      same &= examples.target(i, k) == examples.target(j, k);
    }
    return same;
  }

  /** The number of classes: that of outputs, or 2. Not all of them need have an example. */
  public int count() {
    return count;
  }

  /** The class of example i, from 0. */
  public int of(int i) {
    return classOf[i];
  }

  /** The classes of all examples. */
  public int[] ofAll() {
    return classOf.clone();
  }

  /** The classes of the first examples. */
  public int[] ofFirst(int examples) {
    return Arrays.copyOf(classOf, examples);
  }
}
