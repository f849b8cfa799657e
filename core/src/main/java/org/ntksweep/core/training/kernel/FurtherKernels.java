package org.ntksweep.core.training.kernel;

import java.util.Optional;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.observe.KernelEntries;
import org.ntksweep.core.observe.PairShares;
import org.ntksweep.core.pass.Readout;
import org.ntksweep.core.pass.explicit.LearningNetwork;
import org.ntksweep.core.training.Observation;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingRecord;
import org.ntksweep.core.training.course.FeaturesStructure;

/**
 * The kernels that are looked at on request, beside the traced one of outputs: that of the features
 * of the last hidden layer, traced, and those of pairs of outputs and of features, (3) and Figure 1
 * of Seleznova et al. (2023), NeurIPS 36.
 */
public final class FurtherKernels {
  private final Optional<TangentKernel> features;
  private final Optional<FeaturesStructure> structure;
  private final Optional<PairNorms> outputPairs;
  private final Optional<PairNorms> featurePairs;

  /** Those of a network at the first of some examples. */
  public FurtherKernels(
      LearningNetwork network, Examples examples, Training training, Resources resources) {
    int count = training.kernelExamples();
    features =
        training.looksAt(Observation.FEATURES, network.shape().law())
            ? Optional.of(TangentKernel.ofFeatures(network, count, resources))
            : Optional.empty();
    structure = features.map(kernel -> new FeaturesStructure(examples, count, network.precision()));
    outputPairs = pairs(Observation.OUTPUT_PAIRS, Readout.OUTPUTS, network, training, resources);
    featurePairs = pairs(Observation.FEATURE_PAIRS, Readout.FEATURES, network, training, resources);
  }

  private static Optional<PairNorms> pairs(
      Observation observation,
      Readout readout,
      LearningNetwork network,
      Training training,
      Resources resources) {
    return training.looksAt(observation, network.shape().law())
        ? Optional.of(new PairNorms(network, readout, training.kernelExamples(), resources))
        : Optional.empty();
  }

  /** Records them, the examples having gone up. */
  public void record(TrainingRecord record) {
    features.ifPresent(kernel -> recordFeatures(kernel, record));
    outputPairs.ifPresent(pairs -> recordOutputs(pairs, record));
    featurePairs.ifPresent(pairs -> recordFeatures(pairs, record));
  }

  private void recordFeatures(TangentKernel kernel, TrainingRecord record) {
    double[] traced = kernel.read();
    structure.ifPresent(targets -> targets.record(traced, kernel.count(), record));
    record.setEntries(KernelEntries.FEATURES_KERNEL, traced);
  }

  private static void recordOutputs(PairNorms pairs, TrainingRecord record) {
    double[] norms = pairs.read();
    PairShares shares = PairShares.of(norms, pairs.count());
    record.set(Quantity.OUTPUT_NORM, shares.own());
    record.set(Quantity.OUTPUT_PAIR_NORM, shares.across());
    record.set(Quantity.OUTPUT_PAIR_SHARE, shares.share());
    record.setEntries(KernelEntries.OUTPUT_NORMS, norms);
  }

  private static void recordFeatures(PairNorms pairs, TrainingRecord record) {
    double[] norms = pairs.read();
    PairShares shares = PairShares.of(norms, pairs.count());
    record.set(Quantity.FEATURE_NORM, shares.own());
    record.set(Quantity.FEATURE_PAIR_NORM, shares.across());
    record.set(Quantity.FEATURE_PAIR_SHARE, shares.share());
    record.setEntries(KernelEntries.FEATURE_NORMS, norms);
  }
}
