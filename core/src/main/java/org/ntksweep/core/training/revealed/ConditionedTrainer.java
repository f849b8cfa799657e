package org.ntksweep.core.training.revealed;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.ScaledNumber;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.observe.KernelReading;
import org.ntksweep.core.pass.AffineLayer;
import org.ntksweep.core.pass.Pass;
import org.ntksweep.core.pass.revealed.HeapSignals;
import org.ntksweep.core.pass.revealed.RevealedNetwork;
import org.ntksweep.core.theory.training.KernelTheory;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.Trainer;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.core.training.TrainingRecord;
import org.ntksweep.core.training.course.Answers;
import org.ntksweep.core.training.course.Course;
import org.ntksweep.core.training.course.KernelDrift;
import org.ntksweep.core.training.course.Predictions;

/**
 * Steps of gradient descent on all examples, exactly in law and without weights, whatever the
 * widths.
 *
 * <pre>W_t = W_0 - eta sum over s &lt; t, i of e_i^s (x_i^s)'</pre>
 *
 * <p>differs from {@code W_0} by outer products of vectors that it was multiplied by, so only
 * products with new vectors draw random numbers ({@link RevealedNetwork}). With N examples a step
 * looks at a layer N times from each side, and every look costs as many passes over the width as
 * there were looks before: T steps take a time of the order {@code M (N T)^2} a layer, and a memory
 * of the order {@code M N T}.
 *
 * <p>The network of a sample is the one that the untrained law has there: at initialization looks
 * are made in the order of {@link org.ntksweep.core.sampling.revealed.ConditionedSampler}, every
 * example up and the error of its first output down before the next one comes, and draw the same
 * numbers. What is looked at more, the kernel's errors of several outputs and test examples at
 * recorded steps, is looked at in the same matrices. So bits depend on the steps that are recorded
 * where there are several outputs or test examples, and the law never does. With one output the
 * kernel's errors are those of the loss but for a factor each, and no look is made for it.
 */
public final class ConditionedTrainer implements Trainer {
  private static final Pass.Visitor<HeapSignals> NOBODY = (l, layer, from, to) -> {};

  private final int examples;
  private final int kernelExamples;

  /**
   * How many examples' errors are carried down for the kernel: where they serve the loss too, all.
   */
  private final int carried;

  private final int outputs;
  private final Inputs inputs;
  private final double learningRate;
  private final RevealedNetwork network;
  private final Pass<HeapSignals> pass;
  private final KernelReading reading;
  private final KernelMatrix kernel;
  private final Course course;
  private final Answers answers;
  private final Optional<Answers> testAnswers;
  private final KernelDrift drift;
  private final Predictions predictions;

  /** The kernel that predicts, where it is known. */
  private final Optional<FirstKernel> firstKernel;

  private final double weight;
  private long seed;
  private long sample;
  private boolean finished = true;

  /** A trainer of networks that {@link ConditionedCost} has no objection to. */
  public ConditionedTrainer(
      Network law, TrainingData data, Training training, KernelTheory theory) {
    Method.Steps steps = (Method.Steps) training.method();
    examples = data.train().count();
    kernelExamples = training.kernelExamples();
    outputs = data.train().outputs();
    carried = outputs == 1 ? examples : kernelExamples;
    inputs = InputSpan.of(data);
    learningRate = steps.learningRate();
    // Test examples pass one after the other, in the place of one more.
    int places = data.test().isPresent() ? examples + 1 : examples;
    network = RevealedNetwork.learning(law, inputs.dimension(), places);
    pass = network.pass();
    reading = new KernelReading(law);
    kernel = new KernelMatrix(kernelExamples);
    course = new Course(steps, training.stop());
    answers = new Answers(data.train(), training);
    testAnswers = data.test().map(test -> new Answers(test, training));
    drift = new KernelDrift(kernelExamples);
    predictions = new Predictions(training, theory);
    firstKernel =
        Predictions.areByKernel(data, training)
            ? Optional.of(new FirstKernel(law, examples))
            : Optional.empty();
    weight = training.loss().weight(examples);
    for (int i = 0; i < examples; i++) {
      write(i, i);
    }
  }

  private void write(int input, int place) {
    HeapSignals signals = pass.inputs();
    Arrays.setAll(signals.vector(place), m -> inputs.at(input, m));
    signals.accept(place, 0);
    signals.multiply(place, place + 1);
  }

  @Override
  public void begin(long newSeed, long newSample) {
    seed = newSeed;
    sample = newSample;
    network.begin(seed, sample);
    course.begin();
    finished = false;
  }

  @Override
  public boolean isFinished() {
    return finished;
  }

  @Override
  public long stepsMade() {
    return course.step();
  }

  int examples() {
    return examples;
  }

  /** What the network answered last. */
  Answers answers() {
    return answers;
  }

  /** The layers, with the signals that passed last. */
  List<AffineLayer<HeapSignals>> layers() {
    return network.layers();
  }

  @Override
  public Optional<TrainingRecord> advance(long most) {
    Optional<TrainingRecord> seen = Optional.empty();
    for (long gradients = 0; gradients < most && !finished && seen.isEmpty(); gradients++) {
      answer();
      course.reached(answers.loss());
      seen = course.isRecorded() ? Optional.of(record()) : Optional.empty();
      finished = course.isLast();
      if (!finished) {
        step();
      }
    }
    return seen;
  }

  /** Carries all examples through the network as it is. */
  private void answer() {
    if (course.step() > 0) {
      pass.forward(0, examples);
      pass.outputs(0, examples, answers);
    } else {
      beginSignals();
      pass.outputs(0, examples, answers);
      answers.begin();
    }
  }

  /** Looks at a network of which nothing is known, the kernel's errors included. */
  private void beginSignals() {
    reading.into(kernel);
    for (int i = 0; i < examples; i++) {
      pass.forward(i, i + 1);
      if (i < carried) {
        carryOutput(0, i, i + 1, reader(0));
      }
    }
    readOutputs(1);
  }

  /** Adds to the kernel what outputs from this one on have of it. */
  private void readOutputs(int from) {
    for (int k = from; k < outputs; k++) {
      carryOutput(k, 0, carried, reader(k));
    }
  }

  /** Reads the kernel off the errors of an output. */
  private Pass.Visitor<HeapSignals> reader(int output) {
    return (l, layer, from, to) -> {
      reading.arrived(l, layer, from, Math.min(to, kernelExamples));
      if (course.step() == 0) {
        firstKernel.ifPresent(first -> first.take(output, l, layer, from, to));
      }
    };
  }

  private void carryOutput(int k, int from, int to, Pass.Visitor<HeapSignals> visitor) {
    carry(from, to, (i, output) -> output == k ? 1 : 0, visitor);
  }

  /** Carries errors of the outputs down. */
  private void carry(int from, int to, Slope slope, Pass.Visitor<HeapSignals> visitor) {
    HeapSignals errors = pass.errors();
    for (int i = from; i < to; i++) {
      int example = i;
      Arrays.setAll(errors.vector(i), k -> slope.at(example, k));
      errors.accept(i, 0);
    }
    errors.multiply(from, to);
    pass.carry(from, to, visitor);
  }

  /** A derivative by output k at example i. */
  private interface Slope {
    double at(int i, int k);
  }

  private TrainingRecord record() {
    if (course.step() == 0) {
      drift.begin(kernel);
      predictions.begin(answers, firstKernel.flatMap(k -> k.frozen(layers(), weight)));
    } else {
      reading.into(kernel);
      readOutputs(0);
    }
    TrainingRecord record = new TrainingRecord(course.step(), course.time());
    record.set(Quantity.LOSS, answers.loss());
    record.set(Quantity.LOWEST_LOSS, course.lowestLoss());
    record.set(Quantity.ACCURACY, answers.accuracy());
    record.set(Quantity.LOG_ABS_OUTPUT, answers.logRootMeanSquare());
    drift.record(kernel, record);
    predictions.record(record);
    testAnswers.ifPresent(test -> record(test, record));
    course.stopped().ifPresent(record::setStopped);
    return record;
  }

  private void record(Answers test, TrainingRecord record) {
    for (int i = examples; i < inputs.count(); i++) {
      int example = i - examples;
      write(i, examples);
      pass.forward(examples, examples + 1);
      pass.outputs(examples, examples + 1, (place, h, e) -> test.take(example, h, e));
    }
    if (course.step() == 0) {
      test.begin();
    }
    record.set(Quantity.TEST_LOSS, test.loss());
    record.set(Quantity.TEST_ACCURACY, test.accuracy());
  }

  private void step() {
    if (course.step() == 0) {
      network.beginLearning();
    }
    ScaledNumber[] f = new ScaledNumber[examples];
    if (outputs == 1) {
      carryUnlessRead();
      Arrays.setAll(f, i -> ScaledNumber.of(-learningRate).times(answers.slope(i, 0)));
    } else {
      carry(0, examples, answers::slope, NOBODY);
      Arrays.fill(f, ScaledNumber.of(-learningRate));
    }
    network.learn(f);
    course.advance();
  }

  /** One output has the errors of the kernel. */
  private void carryUnlessRead() {
    if (!course.isRecorded()) {
      carryOutput(0, 0, examples, NOBODY);
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(seed);
    out.writeLong(sample);
    out.writeBoolean(finished);
    course.write(out);
    network.write(out);
  }

  /** {@inheritDoc} What was seen at initialization is seen again. */
  @Override
  public void restore(DataInput in) throws IOException {
    begin(in.readLong(), in.readLong());
    answer();
    record();
    finished = in.readBoolean();
    course.read(in);
    network.read(in);
  }

  @Override
  public void close() {}
}
