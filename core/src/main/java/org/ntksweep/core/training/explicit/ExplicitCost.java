package org.ntksweep.core.training.explicit;

import java.util.Locale;
import java.util.Optional;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.pass.PassShape;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Optimizer;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.core.training.course.Collapse;
import org.ntksweep.core.training.course.FeaturesStructure;
import org.ntksweep.core.training.kernel.Slices;
import org.ntksweep.core.training.objective.Chunks;
import org.ntksweep.core.training.objective.LastFeatures;

/** What training explicit weights takes: about how long on one core, and how much memory. */
public final class ExplicitCost {
  /** Nanoseconds of a multiplication and an addition in a product of matrices. */
  private static final double MULTIPLYING = 0.06;

  /** Of a layer at one example, beside its products: what its signals are read and written in. */
  private static final double PER_SIGNAL = 2.5;

  /** Of the calls a layer makes, one way. */
  private static final double CALLS = 4000;

  /** Of an entry of an inner product on the Java heap. */
  private static final double INNER_PRODUCT = 0.3;

  /** Gradients that gradient flow takes between two looks, about. */
  private static final double FLOW_GRADIENTS = 150;

  private ExplicitCost() {}

  /** Why no memory would be enough, if it would not. */
  public static Optional<String> objection(Network law, TrainingData data, Training training) {
    long most = Math.max(parameters(law), signals(law, errors(law, data, training)));
    return most <= NativeMatrix.MAX_ENTRIES
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "dense trains at most %,d numbers held in one piece, not %,d",
                NativeMatrix.MAX_ENTRIES,
                most));
  }

  /** Weights and biases, {@code sum over l of n_l (n_{l-1} + 1)}. */
  static long parameters(Network law) {
    long sum = 0;
    for (int l = 1; l <= law.depth(); l++) {
      sum += (long) law.widths().at(l) * (law.widths().at(l - 1) + 1);
    }
    return sum;
  }

  /** The most examples that pass together. */
  static int columns(TrainingData data, Training training) {
    int test = data.test().map(examples -> Chunks.of(examples.count()).longest()).orElse(0);
    int longest = Math.max(Chunks.of(data.train().count()).longest(), test);
    return Math.max(longest, training.kernelExamples());
  }

  /** The most errors that pass together. */
  static long errors(Network law, TrainingData data, Training training) {
    int examples = training.kernelExamples();
    long most = Math.max(columns(data, training), (long) examples * law.widths().outputs());
    return FeaturesStructure.isSeen(law, training)
        ? Math.max(most, (long) examples * Slices.of(shape(law), examples).atOnce())
        : most;
  }

  private static PassShape shape(Network law) {
    return new PassShape(law, law.widths().inputDim(), law.widths().outputs());
  }

  private static long signals(Network law, long columns) {
    long longest = 0;
    for (int l = 0; l <= law.depth(); l++) {
      longest = Math.max(longest, law.widths().at(l) + 1);
    }
    return longest * columns;
  }

  /** The memory in all. */
  public static long bytes(Network law, TrainingData data, Training training, Precision precision) {
    long columns = columns(data, training);
    long kept = 0;
    for (int l = 0; l <= law.depth(); l++) {
      kept += law.widths().at(l) + 1;
    }
    long examples = training.kernelExamples();
    long vectors = 1L + stateVectors(training);
    long numbers =
        vectors * parameters(law)
            + kept * columns
            + 3 * signals(law, errors(law, data, training))
            + 2 * examples * examples;
    long heap = kept * columns + 3 * examples * examples + features(law, data, training);
    return numbers * precision.bytes() + heap * Double.BYTES + (4L << 20);
  }

  private static long features(Network law, TrainingData data, Training training) {
    if (!Collapse.isSeen(law, data.train(), training)) {
      return 0;
    }
    int dimension = law.widths().at(law.depth() - 1);
    long examples = data.train().count();
    long test = data.test().map(set -> LastFeatures.keptNumbers(set.count(), dimension)).orElse(0L);
    long within = Math.min(examples, dimension) * dimension;
    return LastFeatures.keptNumbers(data.train().count(), dimension) + test + within;
  }

  private static int stateVectors(Training training) {
    if (training.method() instanceof Method.Steps steps) {
      if (steps.optimizer() instanceof Optimizer.Plain) {
        return 1;
      }
      return steps.optimizer() instanceof Optimizer.Adam ? 4 : 3;
    }
    return 8;
  }

  /** The time of one network. */
  public static double nanosPerSample(Network law, TrainingData data, Training training) {
    double looks;
    double gradients;
    double batch = data.train().count();
    if (training.method() instanceof Method.Steps steps) {
      looks = steps.recorded().size();
      gradients = steps.steps();
      batch = Math.min(batch, steps.batch().orElse(data.train().count()));
    } else {
      looks = ((Method.Flow) training.method()).recorded().size();
      gradients = FLOW_GRADIENTS * looks;
    }
    double test = data.test().map(examples -> (double) examples.count()).orElse(0.0);
    double forward = pass(law, data.train().count() + test);
    double seen =
        forward + kernel(law, training) + ofFeatures(law, training) + collapse(law, data, training);
    return gradients * 3 * pass(law, batch) + looks * seen;
  }

  private static double collapse(Network law, TrainingData data, Training training) {
    double examples = data.train().count();
    double dimension = law.widths().at(law.depth() - 1);
    double products = law.widths().outputs() + Math.min(examples, dimension) / 2;
    return Collapse.isSeen(law, data.train(), training)
        ? examples * dimension * (3 * PER_SIGNAL + INNER_PRODUCT * products)
        : 0;
  }

  private static double pass(Network law, double examples) {
    double nanos = 0;
    for (int l = 1; l <= law.depth(); l++) {
      double rows = law.widths().at(l);
      double signal = PER_SIGNAL + law.activation().kind().nanosPerNeuron() / 3;
      nanos += CALLS + examples * rows * (MULTIPLYING * law.widths().at(l - 1) + signal);
    }
    return nanos;
  }

  private static double kernel(Network law, Training training) {
    double examples = training.kernelExamples();
    double outputs = law.widths().outputs();
    double grams = 0;
    for (int l = 1; l <= law.depth(); l++) {
      grams += law.widths().at(l - 1) + outputs * law.widths().at(l);
    }
    return (1 + outputs) * pass(law, examples) + MULTIPLYING * examples * examples * grams;
  }

  private static double ofFeatures(Network law, Training training) {
    if (!FeaturesStructure.isSeen(law, training)) {
      return 0;
    }
    double examples = training.kernelExamples();
    double features = law.widths().at(law.depth() - 1);
    double grams = 0;
    for (int l = 1; l < law.depth(); l++) {
      grams += law.widths().at(l - 1) + features * law.widths().at(l);
    }
    return features * pass(law, examples) + MULTIPLYING * examples * examples * grams;
  }
}
