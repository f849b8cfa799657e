package org.ntksweep.core.training.revealed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.pass.AffineLayer;
import org.ntksweep.core.pass.revealed.HeapSignals;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Optimizer;
import org.ntksweep.core.training.TrainingRecord;
import org.ntksweep.core.training.plain.PlainNetwork;

/**
 * Trains a network without weights, and only then asks for all of them: what they are now, by unit
 * vectors, less the steps that were made. The network they say it began as is to be the one whose
 * training was seen.
 */
final class RevealedWeights {
  private final Network law;
  private final ConditionedTrainer trainer;
  private final double momentum;
  private final boolean looksAhead;
  private final PlainNetwork moved;
  private final PlainNetwork velocity;
  final PlainNetwork first;
  final List<TrainingRecord> records = new ArrayList<>();

  RevealedWeights(
      Network law, int dimension, ConditionedTrainer trainer, Method.Steps method, long sample) {
    this.law = law;
    this.trainer = trainer;
    momentum = momentum(method.optimizer());
    looksAhead = method.optimizer() instanceof Optimizer.Nesterov;
    moved = new PlainNetwork(law, dimension);
    velocity = new PlainNetwork(law, dimension);
    first = new PlainNetwork(law, dimension);
    trainer.begin(3, sample);
    while (!trainer.isFinished()) {
      trainer.advance(1).ifPresent(records::add);
      if (!trainer.isFinished()) {
        for (int l = 1; l <= law.depth(); l++) {
          move(l, method.rate().at(trainer.stepsMade() - 1));
        }
      }
    }
    for (int l = 1; l <= law.depth(); l++) {
      read(l);
    }
  }

  static double momentum(Optimizer optimizer) {
    if (optimizer instanceof Optimizer.Momentum momentum) {
      return momentum.momentum();
    }
    return optimizer instanceof Optimizer.Nesterov nesterov ? nesterov.momentum() : 0;
  }

  /** Takes down a step along derivatives of outputs, or where there are several of the loss. */
  private void move(int l, double learningRate) {
    AffineLayer<HeapSignals> layer = trainer.model().layers().get(l - 1);
    double[] biases = new double[moved.biases[l].length];
    double[][] weights = new double[biases.length][moved.weights[l][0].length];
    int examples = trainer.model().examples();
    for (int i = 0; i < examples; i++) {
      double[] e = values(layer.errors(), i);
      double[] x = values(layer.inputs(), i);
      double slope = law.widths().outputs() == 1 ? trainer.answers().slope(i, 0) : 1;
      for (int r = 0; r < e.length; r++) {
        double f = -learningRate * slope * e[r];
        biases[r] += law.biasFactor() * f;
        for (int c = 0; c < x.length; c++) {
          weights[r][c] += law.weightFactor(l) * f * x[c];
        }
      }
    }
    move(moved.biases[l], velocity.biases[l], biases);
    for (int r = 0; r < weights.length; r++) {
      move(moved.weights[l][r], velocity.weights[l][r], weights[r]);
    }
  }

  private void move(double[] of, double[] v, double[] g) {
    for (int c = 0; c < of.length; c++) {
      v[c] = momentum * v[c] + g[c];
      of[c] += looksAhead ? g[c] + momentum * v[c] : v[c];
    }
  }

  private static double[] values(HeapSignals signals, int i) {
    double unit = Math.scalb(1.0, signals.exponent(i));
    return Arrays.stream(signals.vector(i)).map(v -> unit * v).toArray();
  }

  private void read(int l) {
    double[] biases = image(l, -1);
    for (int r = 0; r < biases.length; r++) {
      first.biases[l][r] = biases[r] - moved.biases[l][r];
    }
    for (int c = 0; c < first.weights[l][0].length; c++) {
      double[] column = image(l, c);
      for (int r = 0; r < biases.length; r++) {
        first.weights[l][r][c] = column[r] - biases[r] - moved.weights[l][r][c];
      }
    }
  }

  /** What a layer makes of a unit vector, or of 0. */
  private double[] image(int l, int at) {
    AffineLayer<HeapSignals> layer = trainer.model().layers().get(l - 1);
    HeapSignals x = layer.inputs();
    Arrays.fill(x.vector(0), 0);
    if (at >= 0) {
      x.vector(0)[at] = 1;
    }
    x.accept(0, 0);
    x.multiply(0, 1);
    double[] image = new double[layer.errors().dimension()];
    layer.map().times(x, 0, 1, (i, h, e) -> Arrays.setAll(image, r -> Math.scalb(h[r], e)));
    return image;
  }
}
