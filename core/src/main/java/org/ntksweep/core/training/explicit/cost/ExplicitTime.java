package org.ntksweep.core.training.explicit.cost;

import org.ntksweep.core.data.Examples;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.theory.infinite.InfiniteWidthKernel;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.core.training.blocks.BlockCost;
import org.ntksweep.core.training.course.Collapse;
import org.ntksweep.core.training.course.Predictions;
import org.ntksweep.core.training.kernel.KernelCost;
import org.ntksweep.core.training.kernel.PassCost;
import org.ntksweep.core.training.objective.Chunks;
import org.ntksweep.core.training.schedule.Batch;

/**
 * About how long training explicit weights takes on one core.
 *
 * @param law of the networks
 * @param data what they are trained on
 * @param training how
 * @param precision of their numbers
 */
public record ExplicitTime(Network law, TrainingData data, Training training, Precision precision) {
  /** Gradients that gradient flow takes between two looks where nothing moves much. */
  private static final double PER_LOOK = 5;

  /** Gradients over the root of the time, in units of the fastest decay: see {@link #flowing}. */
  private static final double PER_ROOT_OF_TIME = 12;

  /** Beyond it networks diverge. */
  private static final double LARGEST_ROOT = 3000;

  /** Nanoseconds of a parameter and a number of its state that a step moves. */
  private static final double PER_PARAMETER = 1;

  /** The time of one network, in nanoseconds. */
  public double nanos() {
    double looks = training.method().looks();
    double predicting =
        Predictions.areByKernel(data, training)
            ? KernelCost.of(law, training).predictingNanos(precision)
            : 0;
    return gradients() * gradient() + looks * look() + predicting;
  }

  private double gradients() {
    return training.method() instanceof Method.Steps steps
        ? steps.steps()
        : flowing((Method.Flow) training.method());
  }

  /**
   * A stabilized step over a time h takes {@code sqrt(h lambda)} gradients. The largest eigenvalue
   * of the kernel is at most its trace, taken at infinite width.
   */
  private double flowing(Method.Flow flow) {
    double norm2 = 0;
    for (int j = 0; j < data.train().dimension(); j++) {
      norm2 += data.train().input(0, j) * data.train().input(0, j);
    }
    Inputs first = Inputs.ofCoordinates(new double[][] {{Math.sqrt(norm2)}});
    double diagonal = InfiniteWidthKernel.of(law, first, 0, 0).atFullDepth().theta();
    int examples = data.train().count();
    double rate = training.loss().weight(examples) * examples * diagonal;
    double root = Math.sqrt(flow.time()) * Math.sqrt(rate);
    return PER_LOOK * flow.looks() + PER_ROOT_OF_TIME * (root < LARGEST_ROOT ? root : LARGEST_ROOT);
  }

  /** Examples go up, their errors down, and the products of both are added to the weights. */
  private double gradient() {
    double examples = data.train().count();
    double batch =
        training.method() instanceof Method.Steps steps
            ? Math.min(examples, steps.batch().map(Batch::size).orElse(data.train().count()))
            : examples;
    PassCost passes = new PassCost(law, precision);
    double parameters = ExplicitCost.parameters(law);
    return passes.up(batch)
        + passes.down(law.depth(), batch)
        + passes.multiplying() * batch * parameters
        + PER_PARAMETER * ExplicitCost.stateVectors(training) * parameters
        + BlockCost.nanosPerGradient(law, data, training);
  }

  private double look() {
    return new PassCost(law, precision).up(goingUp())
        + KernelCost.of(law, training).nanos(precision)
        + collapse()
        + BlockCost.nanosPerLook(law, data, training);
  }

  /** Examples that go up for a look: those to train on may just have done so. */
  private double goingUp() {
    int train = data.train().count();
    double again = training.method() instanceof Method.Flow ? train : 0;
    double ofKernel = Chunks.of(train).isOne() ? 0 : training.kernelExamples();
    return again + ofKernel + data.test().map(Examples::count).orElse(0);
  }

  private double collapse() {
    double examples = data.train().count();
    double dimension = law.widths().at(law.depth() - 1);
    double products = law.widths().outputs() + Math.min(examples, dimension) / 2;
    return Collapse.isSeen(law, data.train(), training)
        ? examples * dimension * (3 * PassCost.PER_SIGNAL + PassCost.INNER_PRODUCT * products)
        : 0;
  }
}
