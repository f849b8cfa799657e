package org.ntksweep.core.training.course;

import java.util.function.Supplier;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.data.TargetClasses;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.observe.collapse.Features;
import org.ntksweep.core.observe.collapse.NeuralCollapse;
import org.ntksweep.core.training.Observation;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingRecord;

/** The neural collapse of the features of the training examples. */
public final class Collapse {
  private final int[] classOf;
  private final Features features;
  private final Supplier<double[][]> weights;
  private final Answers answers;

  private Collapse(
      int[] classOf, Features features, Supplier<double[][]> weights, Answers answers) {
    this.classOf = classOf;
    this.features = features;
    this.weights = weights;
    this.answers = answers;
  }

  /**
   * Whether it is looked at: at networks with a hidden layer, and weights above it that can move,
   * that are trained on classes.
   */
  public static boolean isSeen(Network law, Examples examples, Training training) {
    return training.observed().contains(Observation.COLLAPSE)
        && law.depth() > 1
        && law.weightFactor(law.depth()) > 0
        && TargetClasses.of(examples).isPresent();
  }

  /**
   * That of a network.
   *
   * @param examples whose targets are of classes
   * @param features of the last hidden layer, as the examples went up last
   * @param weights gives the last weights, a row for every output, in any unit
   * @param answers what the network answered then
   */
  public static Collapse of(
      Examples examples, Features features, Supplier<double[][]> weights, Answers answers) {
    TargetClasses classes = TargetClasses.of(examples).orElseThrow();
    return new Collapse(classes.ofFirst(examples.count()), features, weights, answers);
  }

  /** Records it. */
  public void record(TrainingRecord record) {
    NeuralCollapse seen =
        NeuralCollapse.of(features, classOf, ofClasses(weights.get()), answers::answeredClass);
    record.set(Quantity.NC1, seen.variability());
    record.set(Quantity.NC1_STD, seen.deviation());
    record.set(Quantity.NC2_NORMS, seen.normVariation());
    record.set(Quantity.NC2_ANGLES, seen.angleError());
    record.set(Quantity.NC2, seen.simplexError());
    record.set(Quantity.NC3, seen.dualityError());
    record.set(Quantity.NC4, seen.notNearest());
  }

  /** One output whose sign is the class is two opposite ones. */
  private static double[][] ofClasses(double[][] weights) {
    if (weights.length > 1) {
      return weights;
    }
    double[] opposite = new double[weights[0].length];
    for (int p = 0; p < opposite.length; p++) {
      opposite[p] = -weights[0][p];
    }
    return new double[][] {opposite, weights[0]};
  }
}
