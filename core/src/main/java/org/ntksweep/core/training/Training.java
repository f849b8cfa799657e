package org.ntksweep.core.training;

import java.io.Serializable;
import java.util.Objects;
import java.util.Set;
import org.ntksweep.core.network.Network;

/**
 * What is done to a network at a point that is trained. In the standard parametrization all weights
 * and biases move by {@code -eta dLoss}, in the NTK parametrization what they are multiples of
 * does; biases stay where the law's {@link org.ntksweep.core.network.Trainable} leaves them out.
 *
 * @param loss what is made small
 * @param method how
 * @param stop when to end early
 * @param lazy the scale of the model
 * @param kernelExamples of how many examples, the first ones, the kernel is looked at; at least 1,
 *     at most as many as there are
 * @param observed what is looked at
 */
public record Training(
    Loss loss,
    Method method,
    StopRule stop,
    LazyScale lazy,
    int kernelExamples,
    Set<Observation> observed)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /** A training of which is looked at what costs little. */
  public Training(Loss loss, Method method, StopRule stop, LazyScale lazy, int kernelExamples) {
    this(loss, method, stop, lazy, kernelExamples, Observation.USUAL);
  }

  /** Whether something is looked at, and networks of a law have such. */
  public boolean looksAt(Observation what, Network law) {
    return observed.contains(what) && (law.depth() > 1 || !what.isOfFeatures());
  }

  /** Checks that everything is there. */
  public Training {
    Objects.requireNonNull(loss, "loss");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(stop, "stop");
    Objects.requireNonNull(lazy, "lazy");
    observed = Set.copyOf(observed);
    if (kernelExamples < 1) {
      throw new IllegalArgumentException(
          "kernel.examples " + kernelExamples + ": must be at least 1");
    }
  }
}
