package org.ntksweep.core.training.objective;

import java.util.function.IntUnaryOperator;
import org.ntksweep.core.matrix.Entries;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.observe.collapse.Features;
import org.ntksweep.core.pass.explicit.LearningNetwork;
import org.ntksweep.core.pass.explicit.TrueSignals;

/**
 * The features of the last hidden layer of examples as they went up last. Those of a single chunk
 * are read where they are. Of several, which take each other's place, they are kept as they go up,
 * as many as there is room for; the rest goes up again.
 */
public final class LastFeatures implements Features, Objective.Watcher {
  /** The most numbers that are kept. */
  private static final long MOST_KEPT = 1L << 24;

  private final LearningNetwork network;
  private final Objective objective;
  private final Chunks chunks;
  private final int dimension;
  private final double[][] kept;

  /** Those of the examples of an objective, which is watched. */
  public LastFeatures(LearningNetwork network, Objective objective) {
    this(network, objective, MOST_KEPT);
  }

  /** The same with another number for the most that are kept. */
  LastFeatures(LearningNetwork network, Objective objective, long most) {
    this.network = network;
    this.objective = objective;
    int examples = objective.examples().count();
    chunks = objective.chunks();
    dimension = network.shape().columns(network.shape().depth());
    kept = new double[keptExamples(examples, dimension, most)][dimension];
    if (kept.length > 0) {
      objective.watch(this);
    }
  }

  /** How many numbers are kept of so many examples with so many features. */
  public static long keptNumbers(int examples, int features) {
    return (long) keptExamples(examples, features, MOST_KEPT) * features;
  }

  private static int keptExamples(int examples, int features, long most) {
    return Chunks.of(examples).isOne() ? 0 : (int) Math.min(examples, most / features);
  }

  @Override
  public void up(IntUnaryOperator which, int count, TrueSignals features) {
    Entries entries = features.matrix().entries();
    for (int i = 0; i < count; i++) {
      int example = which.applyAsInt(i);
      if (example < kept.length) {
        read(entries, features, i, kept[example]);
      }
    }
  }

  private void read(Entries entries, TrueSignals features, int i, double[] h) {
    entries.get(i * features.matrix().rows(), h, dimension);
    if (features.factor() != 1) {
      for (int p = 0; p < dimension; p++) {
        h[p] /= features.factor();
      }
    }
  }

  @Override
  public Precision precision() {
    return network.precision();
  }

  @Override
  public void visit(Visitor visitor) {
    for (int i = 0; i < kept.length; i++) {
      visitor.take(i, kept[i]);
    }
    double[] h = new double[dimension];
    for (int c = 0; c < chunks.count(); c++) {
      visit(Math.max(kept.length, chunks.from(c)), chunks.from(c + 1), h, visitor);
    }
  }

  private void visit(int from, int to, double[] h, Visitor visitor) {
    int count = to - from;
    if (count <= 0) {
      return;
    }
    if (!chunks.isOne()) {
      objective.enter(i -> from + i, count);
      network.pass(count).forward(0, count);
    }
    TrueSignals features = network.lastInputs(count);
    Entries entries = features.matrix().entries();
    for (int i = 0; i < count; i++) {
      read(entries, features, i, h);
      visitor.take(from + i, h);
    }
  }
}
