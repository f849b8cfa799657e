package org.ntksweep.core.sampling.normchain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.Scale;
import org.ntksweep.core.random.HalfBinomial;

/** The numbers of a law that the chains of norms are made of. */
public final class ChainLaw {
  /** Products of two variances, or of one and a norm, stay in the range of a double. */
  private static final double LARGEST = 1e200;

  private final Network network;
  final long point;
  final int depth;
  final double sigmaB2;

  /** {@code sigma_w2 / n_{l-1}} and {@code u_l}, at l. */
  final double[] weightVariance;

  final double[] weightFactor;
  final double biasFactor;

  /** The squared norm of the input, as mantissa of an exponent. */
  final double inputNorm2;

  final int inputExponent;

  /** The law at the first of the inputs. */
  ChainLaw(Network network, Inputs inputs) {
    this.network = network;
    point = network.id().bits();
    depth = network.depth();
    sigmaB2 = network.sigmaB2();
    weightVariance = new double[depth + 1];
    weightFactor = new double[depth + 1];
    for (int l = 1; l <= depth; l++) {
      weightVariance[l] = network.weightVariance(l);
      weightFactor[l] = network.weightFactor(l);
    }
    biasFactor = network.biasFactor();
    double norm2 = inputs.innerProduct(0, 0);
    // Biases beside a very small input need no exponent, and would outgrow it.
    boolean scaled = Scale.isExtreme(norm2) && (norm2 > 1 || sigmaB2 == 0);
    inputExponent = scaled ? Scale.evenExponent(norm2) : 0;
    inputNorm2 = Math.scalb(norm2, -inputExponent);
  }

  /** Why the numbers of a law are beyond what these samplers keep in range, if they are. */
  public static Optional<String> objection(Network network) {
    return Stream.of(network.sigmaW2(), network.sigmaB2(), network.inputNorm2())
        .filter(value -> value > LARGEST || (value < 1 / LARGEST && value > 0))
        .findFirst()
        .map(
            value ->
                "norm_chain takes variances and norms from "
                    + 1 / LARGEST
                    + " to "
                    + LARGEST
                    + ", not "
                    + value);
  }

  /** The law of the active neurons of hidden layer l, at l - 1, made once for each width. */
  HalfBinomial[] perWidth(IntFunction<HalfBinomial> ofWidth) {
    HalfBinomial[] laws = new HalfBinomial[depth - 1];
    Map<Integer, HalfBinomial> known = new HashMap<>();
    for (int l = 1; l < depth; l++) {
      int width = network.widths().at(l);
      boolean repeated = l > 1 && network.widths().at(l - 1) == width;
      laws[l - 1] =
          repeated ? laws[l - 2] : known.computeIfAbsent(width, key -> ofWidth.apply(key));
    }
    return laws;
  }
}
