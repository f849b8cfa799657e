package org.ntksweep.core.training.course;

import java.util.Optional;
import java.util.function.Supplier;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.data.TargetClasses;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.observe.collapse.Features;
import org.ntksweep.core.observe.collapse.NearestMean;
import org.ntksweep.core.observe.collapse.NeuralCollapse;
import org.ntksweep.core.observe.collapse.TestCollapse;
import org.ntksweep.core.training.Observation;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingRecord;

/** The neural collapse of the features of the training examples, and of the test examples. */
public final class Collapse {
  private final Seen training;
  private final Optional<Seen> test;
  private final Supplier<double[][]> weights;

  /** The class means of the training examples as they were seen last. */
  private Optional<NearestMean> means = Optional.empty();

  private Collapse(Seen training, Optional<Seen> test, Supplier<double[][]> weights) {
    this.training = training;
    this.test = test;
    this.weights = weights;
  }

  /**
   * Examples of classes that are seen.
   *
   * @param classOf of every example
   * @param features of the last hidden layer, as the examples went up last
   * @param answers what the network answered then
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Seen(int[] classOf, Features features, Answers answers) {
    static Optional<Seen> of(Examples examples, Features features, Answers answers) {
      return TargetClasses.of(examples)
          .map(classes -> new Seen(classes.ofFirst(examples.count()), features, answers));
    }
  }

  /**
   * Whether it is looked at: at networks with a hidden layer, and weights above it that can move,
   * that are trained on classes.
   */
  public static boolean isSeen(Network law, Examples examples, Training training) {
    return training.looksAt(Observation.COLLAPSE, law)
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
    Seen training = Seen.of(examples, features, answers).orElseThrow();
    return new Collapse(training, Optional.empty(), weights);
  }

  /**
   * The same, and that of test examples if theirs are classes too.
   *
   * @param features of the last hidden layer, as they went up last
   * @param answers what the network answered then
   */
  public Collapse withTest(Examples examples, Features features, Answers answers) {
    return new Collapse(training, Seen.of(examples, features, answers), weights);
  }

  /** Records that of the training examples, as they went up last. */
  public void record(TrainingRecord record) {
    NeuralCollapse seen =
        NeuralCollapse.of(
            training.features(),
            training.classOf(),
            ofClasses(weights.get()),
            training.answers()::answeredClass);
    means = seen.nearest();
    record.set(Quantity.NC1, seen.variability().ofCovariances());
    record.set(Quantity.NC1_STD, seen.variability().deviation());
    record.set(Quantity.CDNV, seen.variability().ofDistances());
    record.set(Quantity.NC2_NORMS, seen.normVariation());
    record.set(Quantity.NC2_ANGLES, seen.angleError());
    record.set(Quantity.NC2, seen.simplexError());
    record.set(Quantity.NC3, seen.dualityError());
    record.set(Quantity.NC4, ifNumbers(training.answers(), seen.notNearest()));
    record.set(Quantity.CLASS_MEANS_NORM, seen.norms().classMeans());
    record.set(Quantity.WITHIN_CLASS_NORM, seen.norms().withinClasses());
    record.set(Quantity.GLOBAL_MEAN_NORM, seen.norms().globalMean());
  }

  /** Records that of the test examples, as they went up last, after that of the others. */
  public void recordTest(TrainingRecord record) {
    test.ifPresent(seen -> record(seen, record));
  }

  private void record(Seen examples, TrainingRecord record) {
    TestCollapse seen =
        TestCollapse.of(
            examples.features(), examples.classOf(), means, examples.answers()::answeredClass);
    record.set(Quantity.TEST_NC1, seen.variability().ofCovariances());
    record.set(Quantity.TEST_NC1_STD, seen.variability().deviation());
    record.set(Quantity.TEST_CDNV, seen.variability().ofDistances());
    record.set(Quantity.TEST_NC4, ifNumbers(examples.answers(), seen.notNearest()));
  }

  private static double ifNumbers(Answers answers, double notNearest) {
    return answers.areNumbers() ? notNearest : Double.NaN;
  }

  /**
   * Last weights as rows of classes: one output whose sign is the class is two opposite ones.
   *
   * @param weights a row for every output; not copied where these are classes
   */
  public static double[][] ofClasses(double[][] weights) {
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
