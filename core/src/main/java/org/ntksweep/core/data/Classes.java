package org.ntksweep.core.data;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The classes examples are chosen from: whole numbers, in increasing order. Immutable. */
public final class Classes {
  private final int[] labels;

  private Classes(int[] labels) {
    this.labels = labels;
  }

  /**
   * These classes.
   *
   * @throws DataException if there is none, or one twice
   */
  public static Classes of(int... labels) {
    int[] sorted = Arrays.stream(labels).sorted().distinct().toArray();
    if (sorted.length == 0 || sorted.length < labels.length) {
      throw new DataException("classes " + Arrays.toString(labels) + ": must differ, one at least");
    }
    return new Classes(sorted);
  }

  /**
   * All that labels name.
   *
   * @throws DataException if a label is not a whole number of 32 bits
   */
  public static Classes in(LabelledData data) {
    int[] all = new int[data.count()];
    for (int i = 0; i < all.length; i++) {
      double label = data.label(i);
      all[i] = (int) label;
      if (all[i] != label) {
        throw new DataException(
            "label " + label + " of example " + i + ": must be a whole number of 32 bits");
      }
    }
    return new Classes(Arrays.stream(all).sorted().distinct().toArray());
  }

  /** The number C of classes. */
  public int count() {
    return labels.length;
  }

  /** The place of a label among the classes, negative if it is none of them. */
  int index(double label) {
    int whole = (int) label;
    return whole == label ? Arrays.binarySearch(labels, whole) : -1;
  }

  /** How many examples of each class there are. */
  int[] counts(LabelledData data) {
    int[] counts = new int[labels.length];
    for (int i = 0; i < data.count(); i++) {
      int k = index(data.label(i));
      if (k >= 0) {
        counts[k]++;
      }
    }
    return counts;
  }

  /**
   * Checks that there is an example of every class.
   *
   * @throws DataException if there is not
   */
  void checkAreIn(LabelledData data) {
    int[] counts = counts(data);
    for (int k = 0; k < counts.length; k++) {
      if (counts[k] == 0) {
        throw new DataException("class " + labels[k] + ": has no example");
      }
    }
  }

  @Override
  public String toString() {
    return Arrays.stream(labels).mapToObj(Integer::toString).collect(Collectors.joining(", "));
  }
}
