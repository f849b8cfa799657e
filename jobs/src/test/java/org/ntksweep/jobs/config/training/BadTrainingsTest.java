package org.ntksweep.jobs.config.training;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ntksweep.jobs.config.training.TrainingSweepTest.MINIMAL;
import static org.ntksweep.jobs.config.training.TrainingSweepTest.parse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.config.yaml.ConfigException;

/** What is wrong with a sweep that trains is told. */
class BadTrainingsTest {
  @Test
  void otherDataAreRefused() {
    String resolved = parse().resolvedYaml();

    assertThatThrownBy(
            () ->
                SweepFile.parse(
                    resolved,
                    "config.yaml",
                    List.of("training.data.examples=5", "training.kernel.examples=5"),
                    TrainingSweepTest::read))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("training.data.digest: the data are others than these: their digest");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          training.data.source=nowhere => training.data.source: nowhere: there is no such file or folder
          training.data.source= => training.data.source: must be a file or folder
          training.data.examples=0 => training.data.examples: must be all or a whole number
          training.data.examples=many => training.data.examples: must be all or a whole number
          training.data.classes=[1, 1.5] => training.data.classes: must be a whole number from
          training.data.clases=[1] => training.data.clases: unknown key; did you mean training.data.classes?
          training.data.inputs=unit => training.data.inputs: must be unit_norm, raw or standardized, not unit
          training.data.spread=1 => training.data.spread: does not go with the source some/where
          training.data.digest=abc => training.data.digest: must be a digest
          training={targets: values, data: {source: a, classes: [1]}, steps: 1} => training.data.classes: must be all for the targets values
          training={targets: values, data: {source: a, balanced: true}, steps: 1} => training.data.balanced: must be false for the targets values
          training.targets=hot => training.targets: must be one_hot, centered, signs or values
          training.observe=[kernel, blocks] => training.observe: must be a list with features
          training.loss=cross_entropy => training.loss: must be mean or sum, not cross_entropy
          training.method=adamm => training.method: must be gradient_descent, gradient_flow, sgd, momentum, nesterov or adam, not adamm; did you mean adam?
          training.method=sgd => training.batch: is missing; must be a number of examples for sgd
          training.momentum=0.9 => training.momentum: does not go with the method gradient_descent
          training.tolerance=1e-3 => training.tolerance: does not go with the method gradient_descent
          training.batch=2 => training.batch: must be full for gradient_descent
          training.batch=0 => training.batch: must be full, a whole number from 1 to 10,000,000 or {size: NUMBER, balanced: true}
          training.batch={size: 0} => training.batch.size: must be full, a whole number
          training.batch={balanced: true} => training.batch.size: is missing
          training.batch={size: 2, even: true} => training.batch.even: unknown key
          training.batch={size: 2, balanced: 2} => training.batch.balanced: must be true or false
          training.weight_decay=-1 => training.weight_decay: must be a number of at least 0
          training.schedule.milestones=[0] => training.schedule.milestones: must be a whole number from 1
          training.schedule.milestones=[1.5] => training.schedule.milestones: must be a whole number from 1
          training.schedule.gamma=0 => training.schedule.gamma: must be a number above 0
          training.schedule=[10] => training.schedule: must be a section
          training.milestones=[10] => training.milestones: unknown key; did you mean training.schedule.milestones?
          training.time=1 => training.time: goes with gradient_flow; gradient_descent has steps
          training.steps=-1 => training.steps: must be a whole number
          training.steps=1.5 => training.steps: must be a whole number
          training.record=[2000] => training.record: must be whole numbers from 0 to the last of the steps, 1000
          training.record=[0.5] => training.record: must be whole numbers
          training.record={per_decade: 0} => training.record.per_decade: must be a whole number from 1 to 100
          training.record={per_year: 2} => training.record.per_year: unknown key
          training.stop.decrease_below=-1 => training.stop.decrease_below: must be a number of at least 0
          training.stop.within=0.5 => training.stop.within: must be a whole number
          training.stop.within=0 => training.stop.within: must be a whole number
          training.stop={decrease_below: 1e-7, within: 1001} => training.stop.within: must be at most training.steps, 1000
          training.kernel.examples=7 => training.kernel.examples: must be at most the examples, 6
          training.kernel.outputs=all => training.kernel.outputs: must be traced
          training.observe=[kernel, label] => training.observe: must be kernel, labels, collapse, features, output_pairs, feature_pairs or blocks, not label
          training.observe=[labels] => training.observe: must be a list with kernel
          training.optimizer=sgd => training.optimizer: unknown key
          training=5 => training: must be a section
          grid.learning_rate=0 => grid.learning_rate: must be a number above 0
          grid.learning_rate={of_stable: -1} => grid.learning_rate.of_stable: must be a number above 0
          grid.learning_rate={stable: 1} => grid.learning_rate.stable: unknown key
          grid.learning_rate=[] => grid.learning_rate: must have at least one value
          grid.alpha=0 => grid.alpha: must be a number above 0
          grid.input_dim=4 => grid.input_dim: has input_dim 4; the data have 3 numbers of an input
          grid.outputs=3 => grid.outputs: has outputs 3; the data have 2 numbers of a target
          grid.widths=[[3, 5, 1]] => grid.widths: has outputs 1; the data have 2 numbers of a target
          grid.input_norm2=4 => grid.input_norm2: must be 1, as training.data.inputs decides, not 4
          cosines=[0.5] => cosines: must be [] unless training.data.source is pairs
          sampler=norm_chain => sampler: must be auto, dense or conditioned where networks are trained, not norm_chain
          variance_reduction=size_biased => variance_reduction: must be auto or none where networks are trained
          target_rel_error=0.1 => target_rel_error: is of ratios; training has means alone
          dense.memory=1KiB => dense.memory: must be at least
          output.kernels=maybe => output.kernels: must be true or false
          """)
  void whatDoesNotGoTogether(String override, String message) {
    String more = override.startsWith("dense") ? "sampler=dense" : "samples=5";
    assertThatThrownBy(() -> parse(override, more))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(": " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          training.batch={size: 3, balanced: true} => training.batch: balanced batches of 3 examples: not a multiple of the 2 classes
          training.data.examples=5 => training.batch: balanced batches need as many examples of every class
          training.targets=values => training.batch: balanced batches need targets of classes
          sampler=conditioned => sampler: must be auto or dense at
          training.batch=8 => training.batch: must be at most the examples, 6
          training.method=gradient_flow => training.steps: is not of gradient_flow
          """)
  void whatDoesNotGoWithBalancedBatches(String override, String message) {
    String batch = "training.batch={size: 4, balanced: true}";
    assertThatThrownBy(() -> parse("training.method=sgd", batch, override))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(": " + message);
  }

  @ParameterizedTest
  @CsvSource({
    "training.weight_decay=0.1, weight_decay",
    "training.schedule.milestones=[2], schedule.milestones",
    "training.schedule.gamma=0.1, schedule.gamma",
    "training.batch=2, batch",
    "training.epochs=2, epochs"
  })
  void aFlowHasNoneOfWhatStepsHave(String override, String key) {
    String flow = MINIMAL.replace("  learning_rate: 0.1\n", "").replace("steps: 1000", "time: 2");
    List<String> overrides = List.of("training.method=gradient_flow", override);
    assertThatThrownBy(
            () -> SweepFile.parse(flow, "learns.yaml", overrides, TrainingSweepTest::read))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("training." + key + ": ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          {source: pairs, examples: 3} => training.data.examples: does not go with the source pairs
          {source: pairs, test: 1} => training.data.test: must be less than the number of inputs, 1
          {source: pairs, inputs: raw} => training.data.inputs: does not go with the source pairs
          {source: pairs, digest: x} => training.data.digest: does not go with the source pairs
          {source: blobs} => training.data.classes: is missing; must be a number of classes for blobs
          {source: blobs, classes: 3} => training.data.examples: is missing; must be a number of examples for blobs
          {source: blobs, classes: [1, 2], examples: 8} => training.data.classes: must be a number of classes
          {source: blobs, classes: 0, examples: 8} => training.data.classes: must be a number of classes
          {source: blobs, classes: 9, examples: 8} => training.data.examples: must be at least the number of classes, 9
          {source: blobs, classes: 3, examples: all} => training.data.examples: must be a number of examples
          {source: blobs, classes: 3, examples: 8, spread: 0} => training.data.spread: must be a number above 0
          {source: blobs, classes: 3, examples: 8, spread: 1e101} => training.data.spread: must be a number above 0, at most 1e100
          {source: blobs, classes: 3, examples: 8, balanced: true} => training.data.balanced: does not go with the source blobs
          {source: blobs, classes: 1000000, examples: 10000000} => training.data.examples: 10,000,000 examples with input_dim 4 and outputs 1000000: takes more memory
          {source: blobs, classes: 1000000, examples: 1000000, test: 9000000} => training.data.test: 10,000,000 examples
          {examples: 8} => training.data.source: is missing
          """)
  void dataThatAreMade(String data, String message) {
    assertThatThrownBy(() -> parse("training.data=" + data, "grid.input_dim=4"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(": " + message);
  }

  @Test
  void whatTrainsHasASectionThatSaysSo() {
    String drawn =
        MINIMAL
            .substring(0, MINIMAL.indexOf("training:"))
            .replace("depth: 3", "depth: 3\n  input_dim: 2");

    assertThatThrownBy(() -> SweepFile.parse(drawn, "learns.yaml", List.of()))
        .hasMessageContaining("grid.learning_rate: goes with training, which is missing");
    assertThatThrownBy(
            () ->
                SweepFile.parse(
                    drawn.replace("  learning_rate: 0.1\n", ""),
                    "learns.yaml",
                    List.of("output.kernels=true")))
        .hasMessageContaining("output.kernels: goes with training, which is missing");
  }
}
