package org.ntksweep.core.theory.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.theory.infinite.InfiniteWidthGram;

/**
 * What the theory of infinite width says of a law and the examples it is trained on: made once a
 * point, computed as it is asked for, safe for use by several threads.
 */
public final class KernelTheory {
  /**
   * The largest kernel that is diagonalized: the order of one of all outputs is the number of
   * examples times theirs.
   */
  public static final int LARGEST_ORDER = 2600;

  private final Network network;
  private final double[][] inputs;
  private final double weight;

  /** By the number of examples. */
  private final Map<Integer, InfiniteWidthGram> grams = new HashMap<>();

  private Optional<FrozenKernel> kernel;

  private KernelTheory(Network network, double[][] inputs, double weight) {
    this.network = network;
    this.inputs = inputs;
    this.weight = weight;
  }

  /**
   * Of a law and its training.
   *
   * @param inputs the examples, a row each, of as many numbers as the network has inputs
   * @param weight of an example in the loss: 1/N in the mean, 1 in the sum
   */
  public static KernelTheory of(Network network, double[][] inputs, double weight) {
    return new KernelTheory(network, inputs, weight);
  }

  /**
   * Whether the limit is that of Gaussian weights, the one that is known for any inputs: not for
   * uniform weights with uniform biases, which stay single numbers however wide a network is.
   */
  public static boolean appliesTo(Network network) {
    return network.initialization() != Initialization.UNIFORM || network.sigmaB2() == 0;
  }

  /** The kernels of one output at all pairs of examples. Empty where it does not apply. */
  public Optional<InfiniteWidthGram> gram() {
    return appliesTo(network) ? Optional.of(gramOfFirst(inputs.length)) : Optional.empty();
  }

  /**
   * The infinite-width kernel, of one output, as it acts in training. Empty where it does not apply
   * or an entry exceeds the range of a double, or for more than {@link #LARGEST_ORDER} examples.
   */
  public synchronized Optional<FrozenKernel> kernel() {
    if (kernel == null) {
      kernel =
          inputs.length > LARGEST_ORDER
              ? Optional.empty()
              : gram()
                  .map(InfiniteWidthGram::theta)
                  .filter(theta -> Arrays.stream(theta).allMatch(Double::isFinite))
                  .map(theta -> FrozenKernel.of(theta, weight));
    }
    return kernel;
  }

  /**
   * The rate {@code 2 / (w lambda_max)} of the infinite-width kernel, for any number of outputs:
   * wide networks are stable below it. Empty as {@link #kernel} is, and for the kernel 0.
   */
  public OptionalDouble stableRate() {
    double rate = kernel().map(FrozenKernel::stableRate).orElse(Double.NaN);
    return Double.isFinite(rate) ? OptionalDouble.of(rate) : OptionalDouble.empty();
  }

  /**
   * The infinite-width kernel of the first examples, traced over the network's outputs: the upper
   * triangle, row by row. Empty where it does not apply.
   *
   * @param count from 1 to the number of examples
   */
  public Optional<double[]> tracedKernel(int count) {
    double outputs = network.widths().outputs();
    return appliesTo(network)
        ? Optional.of(
            Arrays.stream(gramOfFirst(count).theta()).map(entry -> outputs * entry).toArray())
        : Optional.empty();
  }

  /**
   * Never cut from that of more examples, which interpolates between other angles: last digits are
   * not to depend on who asked for what before.
   */
  private synchronized InfiniteWidthGram gramOfFirst(int count) {
    return grams.computeIfAbsent(
        count, first -> InfiniteWidthGram.of(network, Arrays.copyOf(inputs, first)));
  }
}
