package org.ntksweep.core.training.objective;

import java.util.function.IntUnaryOperator;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.pass.Pass;
import org.ntksweep.core.pass.explicit.LearningNetwork;
import org.ntksweep.core.pass.explicit.TrueSignals;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.course.Answers;

/** The loss of a network over some examples, and its errors. */
public final class Objective {
  private final LearningNetwork network;
  private final Examples examples;
  private final Answers answers;
  private final Chunks chunks;
  private Watcher watcher = (which, count, features) -> {};

  /** Sees examples that have gone up. */
  @FunctionalInterface
  interface Watcher {
    /** These have, and have left what enters the last layer. */
    void up(IntUnaryOperator which, int count, TrueSignals features);
  }

  /** The loss over these examples, which go through the network. */
  public Objective(LearningNetwork network, Examples examples, Training training) {
    this.network = network;
    this.examples = examples;
    answers = new Answers(examples, training);
    chunks = Chunks.of(examples.count());
  }

  /** What was answered last. */
  public Answers answers() {
    return answers;
  }

  /** The examples. */
  public Examples examples() {
    return examples;
  }

  /** How they go up. */
  public Chunks chunks() {
    return chunks;
  }

  /** Shows to one watcher what goes up from now on. */
  void watch(Watcher newWatcher) {
    watcher = newWatcher;
  }

  /** Writes examples where they enter the network. */
  public void enter(IntUnaryOperator which, int count) {
    TrueSignals signals = network.pass(count).inputs();
    for (int i = 0; i < count; i++) {
      int example = which.applyAsInt(i);
      double[] x = signals.vector(i);
      for (int j = 0; j < examples.dimension(); j++) {
        x[j] = examples.input(example, j);
      }
      signals.accept(i, 0);
    }
    signals.multiply(0, count);
  }

  /** Carries examples that have entered up and out. */
  public void up(IntUnaryOperator which, int count) {
    Pass<TrueSignals> pass = network.pass(count);
    pass.forward(0, count);
    watcher.up(which, count, network.lastInputs(count));
    pass.outputs(0, count, (i, image, e) -> answers.take(which.applyAsInt(i), image, e));
  }

  /** Carries the derivatives of the loss, times a factor, down. */
  public void down(
      IntUnaryOperator which, int count, double factor, Pass.Visitor<? super TrueSignals> visitor) {
    Pass<TrueSignals> pass = network.pass(count);
    TrueSignals errors = pass.errors();
    for (int i = 0; i < count; i++) {
      int example = which.applyAsInt(i);
      double[] e = errors.vector(i);
      for (int k = 0; k < examples.outputs(); k++) {
        e[k] = factor * answers.slope(example, k);
      }
      errors.accept(i, 0);
    }
    errors.multiply(0, count);
    pass.carry(0, count, visitor);
  }

  /** Carries all examples up, chunk after chunk; the last stays. */
  public void upAll() {
    for (int c = 0; c < chunks.count(); c++) {
      int from = chunks.from(c);
      int count = chunks.from(c + 1) - from;
      enter(i -> from + i, count);
      up(i -> from + i, count);
    }
  }
}
