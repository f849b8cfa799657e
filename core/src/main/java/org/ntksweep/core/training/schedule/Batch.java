package org.ntksweep.core.training.schedule;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.data.TargetClasses;

/**
 * The examples that a step sees, where it does not see all. Batches go through a random order of
 * the examples, another one every epoch, drawn from the sample's own stream; the last of an epoch
 * takes what is left.
 *
 * @param size how many examples, at least 1
 * @param balanced whether every batch has as many of each class, which asks for as many examples of
 *     each class and a size that is a multiple of the number of classes
 */
public record Batch(int size, boolean balanced) implements Serializable {
  private static final long serialVersionUID = 1;

  /** Checks the size. */
  public Batch {
    if (size < 1) {
      throw new IllegalArgumentException("batch " + size + ": must be at least 1");
    }
  }

  /** Batches of whatever the order brings. */
  public static Batch of(int size) {
    return new Batch(size, false);
  }

  /** The number of steps in which so many examples have been seen. */
  public int stepsPerEpoch(int examples) {
    return (int) (((long) examples + size - 1) / size);
  }

  /** Why batches of these examples cannot be so; empty if they can. */
  public Optional<String> objection(Examples examples) {
    if (!balanced) {
      return Optional.empty();
    }
    Optional<TargetClasses> classes = TargetClasses.of(examples);
    if (classes.isEmpty()) {
      return Optional.of("balanced batches need targets of classes");
    }
    int count = classes.get().count();
    if (size % count != 0) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "balanced batches of %d examples: not a multiple of the %d classes",
              size,
              count));
    }
    int[] sizes = sizes(classes.get(), examples.count());
    return Arrays.stream(sizes).allMatch(of -> of == sizes[0])
        ? Optional.empty()
        : Optional.of("balanced batches need as many examples of every class");
  }

  private static int[] sizes(TargetClasses classes, int examples) {
    int[] sizes = new int[classes.count()];
    Arrays.stream(classes.ofFirst(examples)).forEach(c -> sizes[c]++);
    return sizes;
  }
}
