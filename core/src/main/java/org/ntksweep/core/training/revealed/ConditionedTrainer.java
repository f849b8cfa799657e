package org.ntksweep.core.training.revealed;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.pass.revealed.Inertia;
import org.ntksweep.core.theory.training.KernelTheory;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Optimizer;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.Trainer;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.core.training.TrainingRecord;
import org.ntksweep.core.training.course.Answers;
import org.ntksweep.core.training.course.Collapse;
import org.ntksweep.core.training.course.Course;
import org.ntksweep.core.training.course.KernelDrift;
import org.ntksweep.core.training.course.Predictions;
import org.ntksweep.core.training.schedule.RateSchedule;

/**
 * Steps of gradient descent on all examples, exactly in law and without weights, whatever the
 * widths.
 *
 * <pre>W_t = W_0 - eta sum over s &lt; t, i of e_i^s (x_i^s)'</pre>
 *
 * <p>differs from {@code W_0} by outer products of vectors that it was multiplied by, so only
 * products with new vectors draw random numbers ({@link
 * org.ntksweep.core.pass.revealed.RevealedNetwork}). With N examples a step looks at a layer N
 * times from each side, and every look costs as many passes over the width as there were looks
 * before: T steps take a time of the order {@code M (N T)^2} a layer, and a memory of the order
 * {@code M N T}.
 *
 * <p>The network of a sample is the one that the untrained law has there: at initialization looks
 * are made in the order of {@link org.ntksweep.core.sampling.revealed.ConditionedSampler}, every
 * example up and the error of its first output down before the next one comes, and draw the same
 * numbers. What is looked at more, the kernel's errors of several outputs and test examples at
 * recorded steps, is looked at in the same matrices. So bits depend on the steps that are recorded
 * where there are several outputs or test examples, and the law never does. With one output the
 * kernel's errors are those of the loss but for a factor each, and no look is made for it.
 *
 * <p>Momentum and Nesterov's steps are outer products of the same vectors: every image then has a
 * velocity.
 */
public final class ConditionedTrainer implements Trainer {
  private final RevealedModel model;
  private final RateSchedule rate;
  private final double weight;
  private final Course course;
  private final Answers answers;
  private final Optional<Answers> testAnswers;
  private final KernelDrift drift;
  private final Predictions predictions;
  private final Optional<Collapse> collapse;
  private long seed;
  private long sample;
  private boolean finished = true;

  /** A trainer of networks that {@link ConditionedCost} has no objection to. */
  public ConditionedTrainer(
      Network law, TrainingData data, Training training, KernelTheory theory) {
    Method.Steps steps = (Method.Steps) training.method();
    model = new RevealedModel(law, data, training, inertia(steps.optimizer()));
    rate = steps.rate();
    weight = training.loss().weight(data.train().count());
    course = new Course(steps, training.stop());
    answers = new Answers(data.train(), training);
    testAnswers = data.test().map(test -> new Answers(test, training));
    drift = new KernelDrift(data.train(), training, Precision.DOUBLE);
    predictions = new Predictions(training, theory);
    collapse =
        Collapse.isSeen(law, data.train(), training)
            ? Optional.of(collapse(data))
            : Optional.empty();
  }

  private Collapse collapse(TrainingData data) {
    Collapse seen = Collapse.of(data.train(), model::visitFeatures, model::lastWeights, answers);
    return data.test()
        .map(test -> seen.withTest(test, model::visitTestFeatures, testAnswers.orElseThrow()))
        .orElse(seen);
  }

  private static Inertia inertia(Optimizer optimizer) {
    if (optimizer instanceof Optimizer.Momentum momentum) {
      return new Inertia(momentum.momentum(), false);
    }
    return optimizer instanceof Optimizer.Nesterov nesterov
        ? new Inertia(nesterov.momentum(), true)
        : Inertia.NONE;
  }

  /** The network that is trained. */
  RevealedModel model() {
    return model;
  }

  /** What it answered last. */
  Answers answers() {
    return answers;
  }

  @Override
  public void begin(long newSeed, long newSample) {
    seed = newSeed;
    sample = newSample;
    model.begin(seed, sample);
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

  @Override
  public Optional<TrainingRecord> advance(long most) {
    Optional<TrainingRecord> seen = Optional.empty();
    for (long gradients = 0; gradients < most && !finished && seen.isEmpty(); gradients++) {
      answer();
      course.reached(answers.loss());
      seen = course.isRecorded() ? Optional.of(record()) : Optional.empty();
      finished = course.isLast();
      if (!finished) {
        model.step(answers, rate.at(course.step()));
        course.advance();
      }
    }
    return seen;
  }

  private void answer() {
    model.answer(answers);
    if (course.step() == 0) {
      answers.begin();
    }
  }

  private TrainingRecord record() {
    KernelMatrix kernel = model.kernel();
    if (course.step() == 0) {
      drift.begin(kernel);
      predictions.begin(answers, model.firstKernel(weight));
    }
    TrainingRecord record = new TrainingRecord(course.step(), course.time());
    record.set(Quantity.LOSS, answers.loss());
    record.set(Quantity.LOWEST_LOSS, course.lowestLoss());
    record.set(Quantity.GRADIENTS, (double) stepsMade());
    record.set(Quantity.ACCURACY, answers.accuracy());
    record.set(Quantity.LOG_ABS_OUTPUT, answers.logRootMeanSquare());
    drift.record(kernel, record);
    predictions.record(record);
    collapse.ifPresent(seen -> seen.record(record));
    testAnswers.ifPresent(test -> record(test, record));
    course.stopped().ifPresent(record::setStopped);
    return record;
  }

  private void record(Answers test, TrainingRecord record) {
    model.answerTest(test);
    if (course.step() == 0) {
      test.begin();
    }
    record.set(Quantity.TEST_LOSS, test.loss());
    record.set(Quantity.TEST_ACCURACY, test.accuracy());
    record.set(Quantity.TEST_OUTPUT, test.output(0, 0));
    collapse.ifPresent(seen -> seen.recordTest(record));
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(seed);
    out.writeLong(sample);
    out.writeBoolean(finished);
    course.write(out);
    model.write(out);
  }

  /** {@inheritDoc} What was seen at initialization is seen again. */
  @Override
  public void restore(DataInput in) throws IOException {
    begin(in.readLong(), in.readLong());
    answer();
    record();
    finished = in.readBoolean();
    course.read(in);
    model.read(in);
  }

  @Override
  public void close() {}
}
