package org.ntksweep.core.training.explicit;

import java.util.Arrays;
import java.util.Optional;
import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.pass.explicit.LearningNetwork;
import org.ntksweep.core.theory.training.FrozenKernel;
import org.ntksweep.core.theory.training.KernelTheory;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.core.training.TrainingRecord;
import org.ntksweep.core.training.blocks.BlockStructure;
import org.ntksweep.core.training.course.Answers;
import org.ntksweep.core.training.course.Collapse;
import org.ntksweep.core.training.course.KernelDrift;
import org.ntksweep.core.training.course.Predictions;
import org.ntksweep.core.training.kernel.FurtherKernels;
import org.ntksweep.core.training.kernel.TangentKernel;
import org.ntksweep.core.training.objective.LastFeatures;
import org.ntksweep.core.training.objective.Objective;

/** Looks at a network on its way: what it answers, its kernel, and what was predicted of it. */
final class Observer {
  private final LearningNetwork network;
  private final Training training;
  private final Objective objective;
  private final Optional<Objective> test;
  private final TangentKernel kernel;
  private final KernelDrift drift;
  private final Predictions predictions;
  private final Optional<Collapse> collapse;
  private final FurtherKernels further;
  private final Optional<BlockStructure> blocks;

  /** The kernel that predicts, where it is known. */
  private final Optional<TangentKernel> inFull;

  Observer(
      LearningNetwork network,
      TrainingData data,
      Training training,
      KernelTheory theory,
      Objective objective,
      Resources resources) {
    this.network = network;
    this.training = training;
    this.objective = objective;
    test = data.test().map(examples -> new Objective(network, examples, training));
    int examples = training.kernelExamples();
    kernel = TangentKernel.traced(network, examples, resources);
    drift = new KernelDrift(data.train(), training, network.precision());
    predictions = new Predictions(training, theory);
    inFull = predictor(data, resources);
    boolean collapses = Collapse.isSeen(network.shape().law(), data.train(), training);
    boolean hasBlocks = BlockStructure.isSeen(network.shape().law(), data.train(), training);
    Optional<LastFeatures> features =
        collapses || hasBlocks
            ? Optional.of(new LastFeatures(network, objective))
            : Optional.empty();
    collapse = features.filter(seen -> collapses).map(this::collapse);
    blocks =
        features
            .filter(seen -> hasBlocks)
            .map(seen -> BlockStructure.of(network, data.train(), training, seen));
    further = new FurtherKernels(network, data.train(), training, resources);
  }

  private Collapse collapse(LastFeatures features) {
    Collapse seen =
        Collapse.of(objective.examples(), features, network::lastWeights, objective.answers());
    return test.map(examples -> withTest(seen, examples)).orElse(seen);
  }

  private Collapse withTest(Collapse seen, Objective of) {
    return seen.withTest(of.examples(), new LastFeatures(network, of), of.answers());
  }

  private Optional<TangentKernel> predictor(TrainingData data, Resources resources) {
    if (!Predictions.areByKernel(data, training)) {
      return Optional.empty();
    }
    return data.train().outputs() == 1
        ? Optional.of(kernel)
        : Optional.of(TangentKernel.inFull(network, training.kernelExamples(), resources));
  }

  /** Turns to a network as it was drawn. */
  void begin() {
    if (training.lazy().centered()) {
      begin(objective);
      test.ifPresent(Observer::begin);
    }
  }

  private static void begin(Objective answered) {
    answered.upAll();
    answered.answers().begin();
  }

  /** Whether the examples it is trained on are after a look where they went up to before. */
  boolean leavesExamples() {
    return objective.chunks().isOne() && test.isEmpty();
  }

  /**
   * Looks at what a network answers, and at what it was before it moved if it has not yet. All
   * examples have gone up last.
   */
  void look(TrainingRecord record, boolean atFirst) {
    Answers answers = objective.answers();
    record.set(Quantity.LOSS, answers.loss());
    record.set(Quantity.ACCURACY, answers.accuracy());
    record.set(Quantity.LOG_ABS_OUTPUT, answers.logRootMeanSquare());
    // While the examples are where they went up to.
    collapse.ifPresent(seen -> seen.record(record));
    blocks.ifPresent(BlockStructure::look);
    double[] traced = readKernel();
    if (atFirst) {
      drift.begin(traced);
      predictions.begin(answers, inFull.flatMap(full -> frozen(full, traced)));
    }
    drift.record(traced, record);
    predictions.record(record);
    further.record(record);
    blocks.ifPresent(structure -> structure.record(record, atFirst));
    test.ifPresent(examples -> look(examples, record));
  }

  private double[] readKernel() {
    if (!objective.chunks().isOne()) {
      int count = training.kernelExamples();
      objective.enter(i -> i, count);
      network.pass(count).forward(0, count);
    }
    return kernel.read();
  }

  private Optional<FrozenKernel> frozen(TangentKernel full, double[] traced) {
    double[] entries = full == kernel ? traced : full.read();
    double weight = training.loss().weight(objective.examples().count());
    return Arrays.stream(entries).allMatch(Double::isFinite)
        ? Optional.of(FrozenKernel.of(entries, weight, network.precision()))
        : Optional.empty();
  }

  private void look(Objective test, TrainingRecord record) {
    test.upAll();
    collapse.ifPresent(seen -> seen.recordTest(record));
    record.set(Quantity.TEST_LOSS, test.answers().loss());
    record.set(Quantity.TEST_ACCURACY, test.answers().accuracy());
    record.set(Quantity.TEST_OUTPUT, test.answers().output(0, 0));
  }
}
