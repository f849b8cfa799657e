package org.ntksweep.jobs.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.sampling.SamplerKind;
import org.ntksweep.core.sampling.VarianceReduction;
import org.ntksweep.core.theory.training.KernelTheory;
import org.ntksweep.jobs.config.grid.InputNorm;
import org.ntksweep.jobs.config.key.Key;
import org.ntksweep.jobs.config.training.DataKeys;
import org.ntksweep.jobs.config.training.LearningRate;
import org.ntksweep.jobs.config.training.MethodKeys;
import org.ntksweep.jobs.config.training.TrainingDefaults;
import org.ntksweep.jobs.config.training.TrainingKeys;
import org.ntksweep.jobs.config.yaml.ConfigException;
import org.ntksweep.jobs.config.yaml.Mapping;
import org.ntksweep.jobs.config.yaml.Value;
import org.ntksweep.jobs.data.HeapShare;
import org.ntksweep.jobs.data.PairData;
import org.ntksweep.jobs.data.SweepData;
import org.ntksweep.jobs.data.UnreadData;

/** Checks what training asks of the other values of a sweep. */
final class TrainingConsistency {
  private final Mapping root;
  private final Sweep sweep;
  private final SweepData data;

  private TrainingConsistency(Mapping root, Sweep sweep, SweepData data) {
    this.root = root;
    this.sweep = sweep;
    this.data = data;
  }

  /**
   * Checks a sweep that trains its networks.
   *
   * @throws ConfigException if a network does not fit the data, or a value makes no sense where
   *     networks are trained
   */
  static void check(Mapping root, Sweep sweep, SweepData data) {
    TrainingConsistency consistency = new TrainingConsistency(root, sweep, data);
    consistency.checkSampling();
    TrainingDefaults.inputNorm2(root).ifPresent(consistency::checkInputNorm2);
    consistency.checkWidths();
    consistency.checkPlane();
    consistency.checkRates();
    consistency.checkBatches();
    if (!(data instanceof UnreadData)) {
      consistency.checkMemory();
      TrainerConsistency.check(root, sweep, sweep.training().orElseThrow());
    }
  }

  private void checkSampling() {
    if (sweep.sampling().sampler().equals(Optional.of(SamplerKind.NORM_CHAIN))) {
      throw SweepKeys.SAMPLER
          .value(root)
          .mustBe("auto, dense or conditioned where networks are trained");
    }
    if (sweep.sampling().reduction().equals(Optional.of(VarianceReduction.SIZE_BIASED))) {
      throw SweepKeys.VARIANCE_REDUCTION
          .value(root)
          .mustBe("auto or none where networks are trained: their laws have no known weights");
    }
    SweepKeys.TARGET_REL_ERROR.refuse(root, "is of ratios; training has means alone");
    if (!(data instanceof PairData) && !sweep.sampling().cosines().isEmpty()) {
      throw SweepKeys.COSINES.value(root).mustBe("[] unless training.data.source is pairs");
    }
  }

  private void checkInputNorm2(String decided) {
    Value norm2 = SweepKeys.INPUT_NORM2.value(root);
    InputNorm needed = decided.equals("1") ? new InputNorm(0, 1) : new InputNorm(1, 0);
    if (!SweepKeys.INPUT_NORM2.in(root).equals(List.of(needed))) {
      throw norm2.mustBe(decided + ", as training.data.inputs decides");
    }
  }

  private void checkWidths() {
    List<Widths> widths = sweep.shapes().stream().map(Network::widths).distinct().toList();
    for (Widths of : widths) {
      check(of.inputDim(), data.dimension(), "numbers of an input", SweepKeys.INPUT_DIM);
      check(of.outputs(), data.outputs(), "numbers of a target", SweepKeys.OUTPUTS);
    }
  }

  private void checkPlane() {
    if (data instanceof PairData) {
      sweep.shapes().stream()
          .filter(law -> sweep.inputs(law).dimension() > law.widths().inputDim())
          .findFirst()
          .ifPresent(
              law -> {
                throw SweepKeys.COSINES
                    .value(root)
                    .error("have two dimensions; there is a point of input_dim 1");
              });
    }
  }

  /** Before examples are made. */
  private void checkMemory() {
    HeapShare heap = HeapShare.half();
    sweep.shapes().stream()
        .filter(law -> !heap.has(data.bytes(law)))
        .findFirst()
        .ifPresent(
            law -> {
              Widths widths = law.widths();
              throw dominant(widths)
                  .error(
                      String.format(
                          Locale.ROOT,
                          "%,d examples with input_dim %d and outputs %d: %s",
                          (long) data.examples() + data.tests(),
                          widths.inputDim(),
                          widths.outputs(),
                          heap.tooLarge().getMessage()));
            });
  }

  /** What makes examples take much. */
  private Value dominant(Widths widths) {
    if (data instanceof PairData) {
      return said(widths.inputDim() > widths.outputs() ? SweepKeys.INPUT_DIM : SweepKeys.OUTPUTS);
    }
    return (data.tests() > data.examples() ? DataKeys.TEST : DataKeys.EXAMPLES).value(root);
  }

  private void checkRates() {
    boolean shares =
        sweep.training().orElseThrow().learningRates().stream()
            .anyMatch(LearningRate.OfStable.class::isInstance);
    if (shares && data.examples() > KernelTheory.LARGEST_ORDER) {
      throw TrainingKeys.LEARNING_RATE
          .value(root)
          .error("of_stable needs at most " + KernelTheory.LARGEST_ORDER + " examples");
    }
    if (shares && !sweep.points().stream().allMatch(KernelTheory::appliesTo)) {
      throw TrainingKeys.LEARNING_RATE
          .value(root)
          .error("of_stable is not known for uniform biases: give numbers");
    }
  }

  private void checkBatches() {
    if (data instanceof UnreadData) {
      return;
    }
    MethodKeys.BATCH
        .findIn(root)
        .flatMap(batch -> batch)
        .flatMap(batch -> batch.objection(data.at(sweep.shapes().get(0)).train()))
        .ifPresent(
            reason -> {
              throw MethodKeys.BATCH.value(root).error(reason);
            });
  }

  private void check(int found, OptionalInt needed, String what, Key<?> key) {
    if (needed.isPresent() && needed.getAsInt() != found) {
      throw said(key)
          .error(
              "has "
                  + key.name()
                  + " "
                  + found
                  + "; the data have "
                  + needed.getAsInt()
                  + " "
                  + what);
    }
  }

  /** Where a width is said. */
  private Value said(Key<?> key) {
    return Stream.of(key, SweepKeys.WIDTHS, SweepKeys.ALPHA0)
        .flatMap(k -> k.find(root).stream())
        .findFirst()
        .orElseThrow();
  }
}
