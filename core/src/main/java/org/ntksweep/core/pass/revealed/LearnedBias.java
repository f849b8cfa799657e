package org.ntksweep.core.pass.revealed;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.ntksweep.core.matrix.StoredNumbers;
import org.ntksweep.core.number.Scale;
import org.ntksweep.core.pass.LayerScale;
import org.ntksweep.core.simd.Kernels;

/** The biases of a layer that learns: all are known, and move. */
final class LearnedBias {
  private final Kernels kernels;
  private final Inertia inertia;
  private final double[] value;
  private final double[] velocity;
  private double largest;

  /** Biases that are 0. */
  LearnedBias(int rows, Inertia inertia, Kernels kernels) {
    this.kernels = kernels;
    this.inertia = inertia;
    value = new double[rows];
    velocity = inertia.velocity(rows);
  }

  /** Takes {@code deviation} times the numbers drawn for them. */
  void set(double deviation, double[] drawn) {
    kernels.scale(deviation, drawn, value, value.length);
    moved();
  }

  /** Begins a step. */
  void beginStep() {
    inertia.begin(kernels, velocity);
  }

  /** Adds {@code f v} to a step. */
  void add(double f, double[] v) {
    inertia.add(kernels, f, v, value, velocity, value.length);
  }

  /** Ends a step. */
  void endStep() {
    inertia.end(kernels, value, velocity);
    moved();
  }

  private void moved() {
    // No entry exceeds the norm.
    largest = Math.sqrt(kernels.dot(value, 0, value, 0, value.length));
  }

  void write(DataOutput out) throws IOException {
    StoredNumbers.write(out, value, value.length);
    StoredNumbers.write(out, velocity, velocity.length);
  }

  void read(DataInput in) throws IOException {
    StoredNumbers.read(in, value, value.length);
    StoredNumbers.read(in, velocity, velocity.length);
    moved();
  }

  /** The exponent of pre-activations, if that of their other part is {@code e}. */
  int imageExponent(int e) {
    return LayerScale.withBias(e, largest);
  }

  /** Adds them to mantissas of an exponent. */
  void addTo(double[] image, int exponent) {
    if (largest > 0) {
      kernels.addScaled(Scale.shift(1, -exponent), value, image, value.length);
    }
  }
}
