package org.ntksweep.core.training.blocks;

import java.util.Arrays;
import java.util.Optional;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.data.TargetClasses;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.observe.collapse.Features;
import org.ntksweep.core.pass.explicit.LearningNetwork;
import org.ntksweep.core.theory.blocks.BlockFlow;
import org.ntksweep.core.theory.blocks.BlockInvariant;
import org.ntksweep.core.theory.blocks.BlockKernel;
import org.ntksweep.core.theory.blocks.BlockState;
import org.ntksweep.core.training.Observation;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingRecord;

/**
 * What features and last weights would conserve if the kernel of the features had the three values
 * that are its means here, and how they would move if it kept those of the initialization.
 */
public final class BlockStructure {
  private final LearningNetwork network;
  private final Examples examples;
  private final TargetClasses classes;
  private final Training training;
  private final Features features;
  private FeatureParts parts;
  private Optional<BlockModel> model = Optional.empty();

  private BlockStructure(
      LearningNetwork network,
      Examples examples,
      TargetClasses classes,
      Training training,
      Features features) {
    this.network = network;
    this.examples = examples;
    this.classes = classes;
    this.training = training;
    this.features = features;
  }

  /**
   * Whether it is looked at: where the features kernel is, of networks whose last weights can move,
   * at examples of two classes or more that have as many each.
   */
  public static boolean isSeen(Network law, Examples examples, Training training) {
    return training.looksAt(Observation.FEATURES, law)
        && law.weightFactor(law.depth()) > 0
        && TargetClasses.of(examples).filter(BlockStructure::areBalanced).isPresent();
  }

  private static boolean areBalanced(TargetClasses classes) {
    long[] count = new long[classes.count()];
    for (int c : classes.ofAll()) {
      count[c]++;
    }
    return count.length > 1 && Arrays.stream(count).allMatch(n -> n > 0 && n == count[0]);
  }

  /**
   * That of a network.
   *
   * @param features of the last hidden layer, as the examples went up last
   */
  public static BlockStructure of(
      LearningNetwork network, Examples examples, Training training, Features features) {
    TargetClasses classes = TargetClasses.of(examples).orElseThrow();
    return new BlockStructure(network, examples, classes, training, features);
  }

  /** Looks at the features of the examples, which have gone up. */
  public void look() {
    int dimension = network.shape().columns(network.shape().depth());
    parts = FeatureParts.of(features, classes.ofAll(), classes.count(), dimension);
  }

  /**
   * Records what was seen.
   *
   * @param record has the means of the features kernel
   * @param atFirst whether the network has not moved yet
   */
  public void record(TrainingRecord record, boolean atFirst) {
    BlockKernel kernel = kernel(record);
    Network law = network.shape().law();
    double factor = law.weightFactor(law.depth());
    BlockInvariant invariant =
        BlockInvariant.of(weights(), parts.means(), parts.within(), kernel, factor);
    record.set(Quantity.INVARIANT_NORM, invariant.norm());
    record.set(Quantity.INVARIANT_ALIGNMENT, invariant.alignment());
    if (atFirst) {
      model = model(kernel);
    }
    model.ifPresent(flow -> flow.record(record));
  }

  private BlockKernel kernel(TrainingRecord record) {
    return new BlockKernel(
        record.get(Quantity.KAPPA_D),
        record.get(Quantity.KAPPA_C),
        record.get(Quantity.KAPPA_N),
        classes.count(),
        examples.count() / classes.count());
  }

  private Optional<BlockModel> model(BlockKernel kernel) {
    boolean applies =
        training.observed().contains(Observation.BLOCKS)
            && !training.lazy().centered()
            && kernel.isPositive()
            && parts.isFinite();
    return applies
        ? ModelTime.of(training.method(), training.loss().weight(examples.count()))
            .map(time -> new BlockModel(flow(kernel), state(), time))
        : Optional.empty();
  }

  private BlockFlow flow(BlockKernel kernel) {
    Network law = network.shape().law();
    return new BlockFlow(kernel, law.weightFactor(law.depth()), law.biasFactor(), targets());
  }

  private BlockState state() {
    return new BlockState(weights(), biases(), parts.means(), parts.deviations());
  }

  /** W, of weights in the unit of what is trained. */
  private double[][] weights() {
    Network law = network.shape().law();
    double unit = Math.sqrt(law.weightFactor(law.depth()));
    return Arrays.stream(network.lastWeights())
        .map(row -> Arrays.stream(row).map(w -> unit * w).toArray())
        .toArray(double[][]::new);
  }

  private double[] biases() {
    Network law = network.shape().law();
    double unit = Math.sqrt(law.parametrization().biasFactor(law.sigmaB2()));
    return Arrays.stream(network.lastBiases()).map(b -> unit * b).toArray();
  }

  /** Those of the classes, over the scale of the model. */
  private double[][] targets() {
    double[][] targets = new double[classes.count()][examples.outputs()];
    for (int i = 0; i < examples.count(); i++) {
      for (int k = 0; k < examples.outputs(); k++) {
        targets[classes.of(i)][k] = examples.target(i, k) / training.lazy().alpha();
      }
    }
    return targets;
  }
}
