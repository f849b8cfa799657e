package org.ntksweep.core.theory.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.number.ScaledNumber;

/**
 * The moments of {@link ExactMoments} at any depth of a network whose hidden layers have one width,
 * in a time that grows with the logarithm of the depth: a layer acts on the numbers of {@link
 * MomentRecursion} by a matrix, the same for every layer, of which powers of two are kept. Nothing
 * cancels, entries being positive; relative rounding errors are about 1e-16 times the depth.
 */
public final class DeepMoments {
  private final Network law;
  private final ScaledNumber[] secondLayer;

  /** The powers 1, 2, 4, ... of a layer's matrix, by rows. */
  private final List<ScaledNumber[][]> powers = new ArrayList<>();

  /**
   * For networks that differ from this one in depth alone.
   *
   * @throws IllegalArgumentException if the moments are not known, or there are no hidden layers of
   *     one width
   */
  public DeepMoments(Network network) {
    Widths widths = network.widths();
    if (!ExactMoments.applyTo(network) || widths.hiddenWidth().isEmpty()) {
      throw new IllegalArgumentException(
          "moments at every depth need known moments and hidden layers of one width");
    }
    int width = widths.hiddenWidth().getAsInt();
    law = network.with(Widths.constant(widths.inputDim(), width, 3));
    MomentRecursion recursion = new MomentRecursion(law, KernelPart.WHOLE);
    recursion.pass();
    secondLayer = recursion.state();
    powers.add(layer());
  }

  /** What a layer makes of unit vectors. */
  private ScaledNumber[][] layer() {
    int n = secondLayer.length;
    ScaledNumber[][] matrix = new ScaledNumber[n][n];
    for (int column = 0; column < n; column++) {
      ScaledNumber[] unit = zeros(n);
      unit[column] = ScaledNumber.ONE;
      MomentRecursion recursion = new MomentRecursion(law, KernelPart.WHOLE, unit);
      recursion.pass();
      ScaledNumber[] image = recursion.state();
      for (int row = 0; row < n; row++) {
        matrix[row][column] = image[row];
      }
    }
    return matrix;
  }

  /**
   * The moments at a depth.
   *
   * @param depth at least 1
   */
  public KernelMoments atDepth(int depth) {
    if (depth == 1) {
      return new MomentRecursion(law, KernelPart.WHOLE).asOutput();
    }
    ScaledNumber[] state = secondLayer;
    int layers = depth - 2;
    for (int i = 0; layers >> i > 0; i++) {
      if ((layers >> i & 1) == 1) {
        state = product(power(i), state);
      }
    }
    return new MomentRecursion(law, KernelPart.WHOLE, state).asOutput();
  }

  private ScaledNumber[][] power(int i) {
    while (powers.size() <= i) {
      ScaledNumber[][] last = powers.get(powers.size() - 1);
      powers.add(product(last, last));
    }
    return powers.get(i);
  }

  private static ScaledNumber[][] product(ScaledNumber[][] a, ScaledNumber[][] b) {
    int n = a.length;
    ScaledNumber[][] product = new ScaledNumber[n][n];
    for (int column = 0; column < n; column++) {
      ScaledNumber[] x = new ScaledNumber[n];
      for (int row = 0; row < n; row++) {
        x[row] = b[row][column];
      }
      ScaledNumber[] image = product(a, x);
      for (int row = 0; row < n; row++) {
        product[row][column] = image[row];
      }
    }
    return product;
  }

  private static ScaledNumber[] product(ScaledNumber[][] a, ScaledNumber[] x) {
    ScaledNumber[] product = zeros(x.length);
    for (int row = 0; row < x.length; row++) {
      for (int column = 0; column < x.length; column++) {
        product[row] = product[row].plus(a[row][column].times(x[column]));
      }
    }
    return product;
  }

  private static ScaledNumber[] zeros(int n) {
    ScaledNumber[] zeros = new ScaledNumber[n];
    Arrays.fill(zeros, ScaledNumber.ZERO);
    return zeros;
  }
}
