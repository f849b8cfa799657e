package org.ntksweep.core.theory.exact;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.ScaledNumber;

/**
 * The exact moments of {@code Theta} up to the fourth at one input of a ReLU network, leaky or not,
 * from the input up.
 *
 * <p>In the linear picture of {@link MomentRecursion} let the errors {@code delta^l} be drawn
 * first, from the output down: they are a product of masked Gaussian matrices and know nothing of
 * the input, which then goes up and meets them. Stand below layer l. All that counts of the layers
 * so far is
 *
 * <pre>
 * X = |x^{l-1}|^2
 * p = the component of W^l x^{l-1} along delta^l
 * S = sum over i up to l of (D_i / D_l) (u_i X_{i-1} + v)       the kernel, if l is the output
 * </pre>
 *
 * <p>because the pre-activations have the component {@code r = p + N(0, sigma_b2)} along delta^l
 * and independent ones of variance {@code tau^2 = w_l X + sigma_b2} across. With X', c and B of the
 * {@link MaskedLayer} for {@code delta^l = xi g}, in units of {@code w_{l+1} D_{l+1}},
 *
 * <pre>
 * X becomes X',   p becomes sqrt(w_{l+1}) c,   S becomes w_{l+1} B S + u_{l+1} X' + v
 * </pre>
 *
 * <p>What is followed are the moments {@code E[X^a He_2j(p; w_l X) S^c]}. They are 0 unless {@code
 * j <= c}, as S^c is a polynomial of degree 2c in the normal vector {@code delta^l W^l} of which p
 * is linear; there are 22 of order {@code a + j + c <= 4}, and they follow from one another by sums
 * of positive terms:
 *
 * <pre>
 * E[He_2j(r; tau^2)] = He_2j(p; w_l X)                           over the bias
 * E[X'^a He_2i(c; X') B^k | r, tau] = sum over j of mu(a, i, k, j) tau^{2(a+i-j)} He_2j(r; tau^2)
 * </pre>
 *
 * <p>where mu is {@link MaskedLayer#moment}. (The second line is the Hermite expansion in r of the
 * left side, whose dependence on the direction of delta^l is {@code He_2j(c; B) / B^j}; terms with
 * {@code j > k} meet S^k and vanish.) Where neurons of a layer are all inactive and there are no
 * biases, all slopes above are 0 and Theta is the v of the output: moments count networks without
 * such a layer.
 */
final class FourthMomentRecursion implements DepthRecursion<FourMoments> {
  private static final int ORDER = MaskedLayer.ORDER;

  private final Network network;
  private final KernelPart part;
  private final ScaledNumber v;
  private final ScaledNumber sigmaB2;
  private final Map<Integer, MaskedLayer> masks = new HashMap<>();

  /** The layer to come. */
  private int l = 1;

  /** The moments by {@code [a][j][c]}. */
  private ScaledNumber[][][] moments = zeros();

  FourthMomentRecursion(Network network, KernelPart part) {
    this.network = network;
    this.part = part;
    v = ScaledNumber.of(part.biasFactor(network));
    sigmaB2 = ScaledNumber.of(network.sigmaB2());
    ScaledNumber x = ScaledNumber.of(network.inputNorm2());
    ScaledNumber power = ScaledNumber.ONE;
    for (int a = 0; a <= ORDER; a++) {
      moments[a][0][0] = power;
      power = power.times(x);
    }
    addLayer();
  }

  @Override
  public FourMoments asOutput() {
    ScaledNumber reached = moments[0][0][0];
    ScaledNumber dead = ScaledNumber.of(1 - reached.value());
    ScaledNumber[] raw = new ScaledNumber[ORDER];
    for (int order = 0; order < ORDER; order++) {
      dead = dead.times(v);
      raw[order] = moments[0][0][order + 1].plus(dead);
    }
    return new FourMoments(raw[0], raw[1], raw[2], raw[3]);
  }

  @Override
  public void pass() {
    addBiases();
    mask();
    l++;
    addLayer();
  }

  /** From X to {@code tau^2}. */
  private void addBiases() {
    ScaledNumber w = weightVariance();
    for (int done = 1; done <= ORDER; done++) {
      for (int a = ORDER; a >= done; a--) {
        for (int j = 0; 2 * j <= ORDER - a; j++) {
          for (int c = j; a + j + c <= ORDER; c++) {
            ScaledNumber biases = moments[a - 1][j][c].times(sigmaB2);
            moments[a][j][c] = moments[a][j][c].times(w).plus(biases);
          }
        }
      }
    }
  }

  /** From {@code tau^2}, {@code He_2j(r; tau^2)}, S to X', {@code He_2i(c; X')}, B S. */
  private void mask() {
    int n = network.widths().at(l);
    double leak = network.activation().negativeSlope();
    MaskedLayer layer = masks.computeIfAbsent(n, width -> new MaskedLayer(width, leak));
    ScaledNumber[][][] masked = zeros();
    for (int a = 0; a <= ORDER; a++) {
      for (int i = 0; 2 * i <= ORDER - a; i++) {
        for (int k = i; a + i + k <= ORDER; k++) {
          for (int j = 0; j <= Math.min(k, a + i); j++) {
            ScaledNumber term = moments[a + i - j][j][k].times(layer.moment(a, i, k, j));
            masked[a][i][k] = masked[a][i][k].plus(term);
          }
        }
      }
    }
    masked[0][0][0] = masked[0][0][0].times(MomentRecursion.survival(network, n));
    moments = masked;
  }

  /** From B S to the sum that has the parameters of the layer to come. */
  private void addLayer() {
    ScaledNumber w = weightVariance();
    double u = part.weightFactor(network, l);
    ScaledNumber[][][] sums = zeros();
    for (int done = 0; done <= ORDER; done++) {
      ScaledNumber variance = ScaledNumber.ONE;
      for (int i = 0; i + done <= ORDER; i++) {
        for (int a = 0; a + i + done <= ORDER; a++) {
          sums[a][i][done] = moments[a][i][0].times(variance);
          for (int k = 0; a + i + k + done < ORDER; k++) {
            ScaledNumber own = moments[a + 1][i][k].times(u).plus(moments[a][i][k].times(v));
            moments[a][i][k] = moments[a][i][k + 1].times(w).plus(own);
          }
        }
        variance = variance.times(w);
      }
    }
    moments = sums;
  }

  /** The variance of a weight of the layer to come. */
  private ScaledNumber weightVariance() {
    return ScaledNumber.of(network.sigmaW2()).over(network.widths().at(l - 1));
  }

  private static ScaledNumber[][][] zeros() {
    ScaledNumber[][][] zeros = new ScaledNumber[ORDER + 1][ORDER + 1][ORDER + 1];
    for (ScaledNumber[][] plane : zeros) {
      for (ScaledNumber[] row : plane) {
        Arrays.fill(row, ScaledNumber.ZERO);
      }
    }
    return zeros;
  }
}
