package org.ntksweep.core.training.revealed;

import java.util.List;
import java.util.Optional;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Observation;
import org.ntksweep.core.training.Optimizer;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.core.training.course.Collapse;
import org.ntksweep.core.training.course.Course;
import org.ntksweep.core.training.course.Predictions;

/** What training without weights applies to, about how long it takes, and how much memory. */
public final class ConditionedCost {
  /** Nanoseconds of an entry in one pass over a vector, of a call, and of a normal number. */
  private static final double PASSING = 0.45;

  private static final double CALL = 30;
  private static final double DRAWING = 1.5;

  /** Bytes of the objects of a layer, and of one more look. */
  private static final long LAYER = 2000;

  private static final long LOOK = 150;

  /** What needs the errors of every feature, or of two outputs at a time. */
  private static final List<Observation> OF_DENSE =
      List.of(
          Observation.FEATURES,
          Observation.OUTPUT_PAIRS,
          Observation.FEATURE_PAIRS,
          Observation.BLOCKS);

  private final Network law;
  private final double examples;
  private final double test;
  private final double steps;

  /** Looks that a layer gets from the right, and those between others from the left. */
  private final double right;

  private final double left;
  private final int dimension;

  /** Whether every image has a velocity. */
  private final boolean isInert;

  /** Errors that are kept of a layer for predictions. */
  private final double kept;

  private ConditionedCost(Network law, TrainingData data, Training training) {
    this.law = law;
    Method.Steps method = (Method.Steps) training.method();
    examples = data.train().count();
    steps = method.steps();
    double recorded = method.recorded().size();
    test = data.test().map(set -> (double) set.count()).orElse(0.0);
    right = examples * (steps + 1) + test * recorded + 1;
    int outputs = law.widths().outputs();
    double ofKernels = recorded * outputs * training.kernelExamples();
    left = outputs == 1 ? examples * (steps + 1) : examples * steps + ofKernels;
    isInert = !(method.optimizer() instanceof Optimizer.Plain);
    kept = Predictions.areByKernel(data, training) ? examples * outputs : 0;
    dimension = (int) Math.min(law.widths().inputDim(), examples + test);
  }

  /** Why networks of this law cannot be trained so without weights; empty if they can. */
  public static Optional<String> objection(Network law, Training training) {
    if (!law.isGaussian()) {
      return Optional.of(
          "conditioned is exact for gaussian initialization only, not for "
              + law.initialization().label()
              + ", which dense trains");
    }
    if (!(training.method() instanceof Method.Steps steps)) {
      return Optional.of("conditioned makes steps of gradient descent; dense follows its flow");
    }
    if (steps.optimizer() instanceof Optimizer.Adam) {
      return Optional.of(
          "conditioned makes steps that are linear in gradients; dense those of adam");
    }
    if (steps.weightDecay() > 0) {
      return Optional.of("conditioned adds to what it knows of weights; dense lets them decay");
    }
    if (!steps.rate().isConstant() && !(steps.optimizer() instanceof Optimizer.Plain)) {
      return Optional.of(
          "conditioned keeps velocities of one learning rate; dense those of milestones");
    }
    if (steps.batch().isPresent()) {
      return Optional.of("conditioned takes all examples in a step; dense takes batches");
    }
    for (Observation what : OF_DENSE) {
      if (training.looksAt(what, law)) {
        return Optional.of("conditioned does not see " + what.label() + "; dense does");
      }
    }
    return law.sigmaW2() == 0 && law.parametrization() == Parametrization.STANDARD
        ? Optional.of("conditioned has no unit for weights of sigma_w2 0, which dense trains")
        : Optional.empty();
  }

  /** The time of one network on one core, in nanoseconds, of a training without objection. */
  public static double nanosPerSample(Network law, TrainingData data, Training training) {
    ConditionedCost cost = new ConditionedCost(law, data, training);
    double nanos = 0;
    for (int l = 1; l <= law.depth(); l++) {
      nanos += cost.nanos(cost.layer(l));
    }
    return nanos;
  }

  /** The memory, which is all on the Java heap, in bytes, of a training without objection. */
  public static long bytes(Network law, TrainingData data, Training training) {
    ConditionedCost cost = new ConditionedCost(law, data, training);
    double bytes = 0;
    for (int l = 1; l <= law.depth(); l++) {
      bytes += cost.bytes(cost.layer(l));
    }
    return (long) (bytes + features(law, data, training)) + Course.bytes(training);
  }

  /** Those of the test examples, and the vectors within classes. */
  private static double features(Network law, TrainingData data, Training training) {
    double examples = data.train().count() + data.test().map(set -> set.count()).orElse(0);
    return Collapse.isSeen(law, data.train(), training)
        ? Double.BYTES * examples * law.widths().at(law.depth() - 1)
        : 0;
  }

  /**
   * A layer: its shape, how often it is looked at, and the share of these looks after which one
   * side is known in all directions, and nothing new is revealed.
   */
  private record Layer(double rows, double columns, double right, double left, double open) {

    double knownRight() {
      return open * right;
    }

    double knownLeft() {
      return open * left;
    }

    /** How much of what is known in the end is known on average over the looks. */
    double average() {
      return 1 - open / 2;
    }
  }

  private Layer layer(int l) {
    double rows = law.widths().at(l);
    double columns = (l == 1 ? dimension : law.widths().at(l - 1)) + (law.sigmaB2() > 0 ? 1 : 0);
    double fromLeft = l == 1 ? 0 : left;
    double open = Math.min(1, Math.min(columns / right, rows / fromLeft));
    // All rows of the last layer are looked at before anything else.
    return l == law.depth() && l > 1
        ? new Layer(rows, columns, 0, rows, 1)
        : new Layer(rows, columns, right, fromLeft, open);
  }

  private double nanos(Layer layer) {
    double fromRight = layer.average() * layer.knownRight();
    double fromLeft = layer.average() * layer.knownLeft();
    double up = look(fromRight, fromLeft, layer.columns, layer.rows);
    double down = look(fromLeft, fromRight, layer.rows, layer.columns);
    double update = PASSING * (layer.rows + layer.columns) + 2 * CALL;
    double drawn = layer.knownRight() * layer.rows + layer.knownLeft() * layer.columns;
    double perNeuron = 4 + examples * PASSING + law.activation().kind().nanosPerNeuron();
    return layer.right * (up + perNeuron * layer.rows)
        + layer.left * (down + perNeuron * layer.rows)
        + steps * (examples + (isInert ? 1 : 0)) * (fromRight + fromLeft) * update
        + DRAWING * drawn;
  }

  /** A look from a side of which some directions are known, and some of the other. */
  private static double look(double known, double crossing, double n, double m) {
    return PASSING * (known * (2 * n + m) + crossing * (n + 2 * m)) + 3 * CALL * (known + crossing);
  }

  private double bytes(Layer layer) {
    double arrays = isInert ? 1.5 : 1;
    double ofLook = Double.BYTES * arrays * (layer.rows + layer.columns) + LOOK;
    double place = Double.BYTES * (2 * layer.rows + layer.columns) + LOOK;
    return (layer.knownRight() + layer.knownLeft() + 1) * ofLook
        + (examples + 1) * place
        + Double.BYTES * kept * (layer.rows + kept)
        + Double.BYTES * examples * examples
        + LAYER;
  }
}
