package org.ntksweep.core.training.kernel;

import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.matrix.UpperTriangles;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.pass.PassShape;
import org.ntksweep.core.pass.Readout;
import org.ntksweep.core.training.Observation;
import org.ntksweep.core.training.Training;

/** What a look at the kernels of a network takes: about how long on one core, and how much room. */
public final class KernelCost {
  /** Nanoseconds over the order cubed: of the eigenvalues of a matrix. */
  private static final double EIGENVALUES = 0.15;

  /** Of its eigenvectors too. */
  private static final double EIGENVECTORS = 0.7;

  private final Network law;
  private final Training training;
  private final PassShape shape;
  private final double examples;

  private KernelCost(Network law, Training training) {
    this.law = law;
    this.training = training;
    shape = new PassShape(law, law.widths().inputDim(), law.widths().outputs());
    examples = training.kernelExamples();
  }

  /** That of all kernels that are looked at. */
  public static KernelCost of(Network law, Training training) {
    return new KernelCost(law, training);
  }

  private boolean sees(Observation what) {
    return training.looksAt(what, law);
  }

  /** The most errors that pass together. */
  public long errors() {
    long numbers = shape.rows(shape.depth());
    if (sees(Observation.FEATURES)) {
      numbers = Math.max(numbers, Slices.ofFeatures(shape, training.kernelExamples()).atOnce());
    }
    if (sees(Observation.OUTPUT_PAIRS)) {
      numbers = Math.max(numbers, pairs(Readout.OUTPUTS).atOnce());
    }
    if (sees(Observation.FEATURE_PAIRS)) {
      numbers = Math.max(numbers, pairs(Readout.FEATURES).atOnce());
    }
    return numbers * training.kernelExamples();
  }

  private Slices pairs(Readout readout) {
    return Slices.ofPairs(shape, readout, training.kernelExamples());
  }

  /** Numbers outside the Java heap, beside errors that pass. */
  public double nativeNumbers() {
    return 2 * examples * examples
        + (sees(Observation.FEATURES) ? 2 * examples * examples : 0)
        + (sees(Observation.OUTPUT_PAIRS) ? kept(Readout.OUTPUTS) : 0)
        + (sees(Observation.FEATURE_PAIRS) ? kept(Readout.FEATURES) : 0);
  }

  /** Numbers on the Java heap, and a copy of the kernel that LAPACK works on. */
  public double heapNumbers() {
    return 4 * examples * examples
        + (sees(Observation.FEATURES) ? 2 * examples * examples : 0)
        + (sees(Observation.OUTPUT_PAIRS) ? squares(Readout.OUTPUTS) : 0)
        + (sees(Observation.FEATURE_PAIRS) ? squares(Readout.FEATURES) : 0);
  }

  /** Errors that stay in all layers, of two slices, and products of one with the other. */
  private double kept(Readout readout) {
    double each = 0;
    for (int l = 1; l <= readout.layer(shape); l++) {
      each += shape.rows(l);
    }
    return examples * pairs(readout).atOnce() * (2 * each + examples);
  }

  private double squares(Readout readout) {
    double count = readout.count(shape);
    return examples * examples * (readout.layer(shape) + pairs(readout).atOnce()) + count * count;
  }

  /** How many numbers are seen: {@link org.ntksweep.core.observe.KernelEntries}. */
  public long entries() {
    int order = training.kernelExamples();
    long entries = UpperTriangles.size(order);
    entries += sees(Observation.FEATURES) ? UpperTriangles.size(order) : 0;
    entries += sees(Observation.OUTPUT_PAIRS) ? size(Readout.OUTPUTS) : 0;
    entries += sees(Observation.FEATURE_PAIRS) ? size(Readout.FEATURES) : 0;
    return entries;
  }

  private int size(Readout readout) {
    return UpperTriangles.size(readout.count(shape));
  }

  /** Nanoseconds of a look at examples that have gone up. */
  public double nanos(Precision precision) {
    PassCost passes = new PassCost(law, precision);
    return EIGENVALUES * StrictMath.pow(examples, 3)
        + traced(Readout.OUTPUTS, passes)
        + (sees(Observation.FEATURES) ? traced(Readout.FEATURES, passes) : 0)
        + (sees(Observation.OUTPUT_PAIRS) ? ofPairs(Readout.OUTPUTS, passes) : 0)
        + (sees(Observation.FEATURE_PAIRS) ? ofPairs(Readout.FEATURES, passes) : 0);
  }

  private double traced(Readout readout, PassCost passes) {
    double count = readout.count(shape);
    double grams = 0;
    for (int l = 1; l <= readout.layer(shape); l++) {
      grams += shape.columns(l) + count * shape.rows(l);
    }
    return passes.down(readout.layer(shape), count * examples)
        + passes.multiplying() * examples * examples * grams;
  }

  /**
   * Nanoseconds of a kernel of all pairs of example and output, and of its eigenvectors, which
   * predict.
   */
  public double predictingNanos(Precision precision) {
    PassCost passes = new PassCost(law, precision);
    double outputs = shape.rows(shape.depth());
    double order = outputs * examples;
    double grams = 0;
    for (int l = 1; l <= shape.depth(); l++) {
      grams += shape.rows(l) + PassCost.PER_SIGNAL / passes.multiplying();
    }
    double kernel =
        outputs == 1
            ? 0
            : passes.down(shape.depth(), order) + passes.multiplying() * order * order * grams;
    return kernel + EIGENVECTORS * StrictMath.pow(order, 3);
  }

  private double ofPairs(Readout readout, PassCost passes) {
    double count = readout.count(shape);
    double slices = Math.ceil(count / pairs(readout).atOnce());
    double entries = examples * examples * count * (count + pairs(readout).atOnce()) / 2;
    double grams = 0;
    for (int l = 1; l <= readout.layer(shape); l++) {
      grams += passes.multiplying() * shape.rows(l) + 3 * PassCost.INNER_PRODUCT;
    }
    return passes.down(readout.layer(shape), count * examples) * (slices + 1) / 2 + entries * grams;
  }
}
