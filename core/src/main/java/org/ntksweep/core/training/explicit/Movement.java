package org.ntksweep.core.training.explicit;

import java.util.List;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.matrix.Updater;
import org.ntksweep.core.pass.explicit.Parameters;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Optimizer;
import org.ntksweep.core.training.schedule.RateSchedule;

/** How parameters move by gradients: what an optimizer makes of them, weight decay and rate. */
final class Movement {
  private final WeightDecay decay;
  private final RateSchedule rate;
  private final Updater updater;

  Movement(Method.Steps steps, Parameters parameters, Parameters gradient, Resources resources) {
    decay = new WeightDecay(steps.weightDecay(), parameters, gradient);
    rate = steps.rate();
    updater = updater(steps.optimizer(), parameters.vector(), gradient.vector(), resources);
  }

  private static Updater updater(
      Optimizer optimizer, NativeMatrix x, NativeMatrix g, Resources resources) {
    if (optimizer instanceof Optimizer.Momentum m) {
      return Updater.momentum(x, g, m.momentum(), resources);
    }
    if (optimizer instanceof Optimizer.Nesterov n) {
      return Updater.nesterov(x, g, n.momentum(), resources);
    }
    if (optimizer instanceof Optimizer.Adam a) {
      return Updater.adam(x, g, a.beta1(), a.beta2(), a.epsilon(), resources);
    }
    return Updater.plain(x, g);
  }

  /** Forgets the gradients before. */
  void begin() {
    updater.begin();
  }

  /**
   * Makes a step of the gradient that is there, which is overwritten.
   *
   * @param t how many were made before
   */
  void step(long t) {
    decay.add();
    updater.step(t, rate.at(t));
  }

  /** What it remembers from one step to the next. */
  List<NativeMatrix> memory() {
    return updater.memory();
  }
}
