package org.ntksweep.core.matrix;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.api.ops.impl.updaters.NesterovsUpdater;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Moves a vector by gradients, with what it remembers of those before: the updaters of ND4J. What
 * is remembered has the unit of a gradient, so that rates may change from step to step.
 */
public final class Updater {
  private final List<NativeMatrix> memory;
  private final Step step;

  /** Makes step t, from 0. */
  @FunctionalInterface
  private interface Step {
    void make(long t, double rate);
  }

  private Updater(Step step, NativeMatrix... memory) {
    this.step = step;
    this.memory = List.of(memory);
  }

  /** {@code x -= rate g}. */
  public static Updater plain(NativeMatrix x, NativeMatrix g) {
    return new Updater((t, rate) -> x.add(-rate, g));
  }

  /** {@code v = mu v + g, x -= rate v}. */
  public static Updater momentum(NativeMatrix x, NativeMatrix g, double mu, Resources resources) {
    NativeMatrix velocity = like(x, resources);
    return new Updater(
        (t, rate) -> {
          Nd4j.exec(new NesterovsUpdater(g.array(), velocity.array(), 1, mu));
          x.add(rate, velocity);
        },
        velocity);
  }

  /** {@code v = mu v + g, x -= rate (g + mu v)}. */
  public static Updater nesterov(NativeMatrix x, NativeMatrix g, double mu, Resources resources) {
    NativeMatrix velocity = like(x, resources);
    return new Updater(
        (t, rate) -> {
          Nd4j.exec(new NesterovsUpdater(g.array(), velocity.array(), 1, mu));
          x.add(-rate, g);
        },
        velocity);
  }

  /**
   * {@code x -= rate m^ / (sqrt(v^) + epsilon)} with the means m of g and v of its square, both
   * over what they are of ones (Kingma and Ba 2015, Algorithm 1).
   */
  public static Updater adam(
      NativeMatrix x,
      NativeMatrix g,
      double beta1,
      double beta2,
      double epsilon,
      Resources resources) {
    NativeMatrix mean = like(x, resources);
    NativeMatrix square = like(x, resources);
    return new Updater(
        (t, rate) -> {
          // ND4J adds it to the root of v as it is.
          double added = epsilon * Math.sqrt(1 - StrictMath.pow(beta2, t + 1.0));
          INDArray m = mean.array();
          INDArray v = square.array();
          int iteration = (int) Math.min(t, Integer.MAX_VALUE - 1);
          Nd4j.exec(new AdamUpdater(g.array(), v, m, rate, beta1, beta2, added, iteration));
          x.array().subi(g.array());
        },
        mean,
        square);
  }

  private static NativeMatrix like(NativeMatrix x, Resources resources) {
    return resources.own(NativeMatrix.zeros(x.rows(), x.columns(), x.precision()));
  }

  /** Forgets the gradients before. */
  public void begin() {
    memory.forEach(NativeMatrix::clear);
  }

  /**
   * Makes a step of the gradient that is there, which is overwritten.
   *
   * @param t how many were made before
   * @param rate the learning rate
   */
  public void step(long t, double rate) {
    step.make(t, rate);
  }

  /** What it remembers. */
  public List<NativeMatrix> memory() {
    return memory;
  }
}
