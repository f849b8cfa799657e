package org.ntksweep.jobs.plan.forecast;

import org.ntksweep.core.network.Network;
import org.ntksweep.core.theory.training.KernelTheory;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.TrainerKind;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.config.training.TrainingPart;
import org.ntksweep.jobs.plan.forecast.HeapPlan.Part;

/**
 * The memory of a sweep that trains. What trainers take outside of Java's heap is counted as if it
 * were in it: JavaCPP allows itself as much as the heap may have.
 */
record TrainingHeap(Sweep sweep, TrainingPart part) {
  /** Examples as they are read, broadcast and kept. */
  private static final double COPIES_OF_DATA = 3;

  /** The infinite-width kernels of examples and their eigenvectors. */
  private static final double MATRICES_OF_THEORY = 6;

  /** A row of the training table in memory, beside its numbers. */
  private static final double PER_ROW = 200;

  /** Numbers of a row: as Spark has it, and as a record. */
  private static final double COPIES_OF_ROW = 3;

  HeapPlan plan() {
    long points = (long) sweep.points().size() * part.perLaw();
    return new HeapPlan(
        HeapPlan.planned(points, data()),
        new Part("grid and training", "training networks of this size", trained()),
        HeapPlan.saturated(points, sweep.firstSamples()),
        new Part("samples and training.record", "estimating from all networks of a point", rows()),
        points);
  }

  private double data() {
    double numbers =
        sweep.shapes().stream()
            .mapToDouble(law -> law.widths().inputDim() + law.widths().outputs())
            .max()
            .orElse(0);
    return COPIES_OF_DATA * Double.BYTES * numbers * (part.data().examples() + part.data().tests());
  }

  private double trained() {
    double largest = sweep.shapes().stream().mapToDouble(this::bytes).max().orElse(0);
    double examples = examplesOfTheory();
    double kernels = part.method().looks() * part.kernelExamples() * (part.kernelExamples() + 1.0);
    return largest
        + Double.BYTES * MATRICES_OF_THEORY * examples * examples
        + (sweep.output().kernels() ? Double.BYTES * kernels : 0);
  }

  /** Of more examples the theory has no kernel but that of those looked at. */
  private int examplesOfTheory() {
    int all = part.data().examples();
    return all <= KernelTheory.LARGEST_ORDER ? all : part.kernelExamples();
  }

  private double bytes(Network law) {
    TrainingData data = part.data().at(law);
    Training training = part.at(1, part.alphas().get(0)); // neither decides
    TrainerKind trainer = sweep.sampling().trainer(law, data, training);
    return trainer.bytes(law, data, training, sweep.dense());
  }

  private double rows() {
    double row = PER_ROW + COPIES_OF_ROW * Double.BYTES * Quantity.values().length;
    return row * part.method().looks() * sweep.firstSamples();
  }
}
