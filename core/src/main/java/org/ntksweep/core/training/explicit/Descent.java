package org.ntksweep.core.training.explicit;

import java.util.List;
import java.util.OptionalDouble;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.training.course.Course;

/** How the parameters of a network move, step by step. */
interface Descent {

  /** Turns to another network, or to one that another way of examples has passed through. */
  void begin();

  /**
   * The loss of the network as it is, if it is known, as where the course asks for it; not a number
   * once it has diverged.
   *
   * @param course where it is
   */
  OptionalDouble loss(Course course);

  /** All examples are to have gone up through the network as it is, whose loss was asked for. */
  default void answerAll() {}

  /** Examples have passed that a step does not know of: they took the places of its own. */
  void disturb();

  /**
   * Makes a step.
   *
   * @param step how many were made before
   */
  void step(long step);

  /** What it remembers from one step to the next, apart from the parameters. */
  List<NativeMatrix> memory();
}
