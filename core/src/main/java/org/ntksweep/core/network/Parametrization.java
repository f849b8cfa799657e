package org.ntksweep.core.network;

import java.util.Locale;

/**
 * Which numbers of a network count as trainable, hence what its tangent kernel sums over. With
 * {@code D_l(x, y)} the inner product of the errors back-propagated to layer l and {@code
 * X_{l-1}(x, y)} that of the activations entering it,
 *
 * <pre>Theta(x, y) = sum over l of D_l (u_l X_{l-1} + v_l)</pre>
 *
 * and the parametrization sets the factors {@code u_l} (weights) and {@code v_l} (biases).
 */
public enum Parametrization {
  /**
   * Weights and biases themselves are trainable: {@code u_l = v_l = 1}, biases too when their
   * variance is 0.
   */
  STANDARD {
    @Override
    public double weightFactor(double sigmaW2, int fanIn) {
      return 1;
    }

    @Override
    public double biasFactor(double sigmaB2) {
      return 1;
    }
  },

  /**
   * {@code W = sigma_w / sqrt(n_{l-1}) w} and {@code b = sigma_b beta} with w and beta trainable:
   * {@code u_l = sigma_w2 / n_{l-1}}, {@code v_l = sigma_b2} (Jacot, Gabriel and Hongler 2018).
   */
  NTK {
    @Override
    public double weightFactor(double sigmaW2, int fanIn) {
      return sigmaW2 / fanIn;
    }

    @Override
    public double biasFactor(double sigmaB2) {
      return sigmaB2;
    }
  };

  /** The factor {@code u_l} of the weight term of a layer with {@code fanIn} inputs. */
  public abstract double weightFactor(double sigmaW2, int fanIn);

  /** The factor {@code v_l} of the bias term of a layer. */
  public abstract double biasFactor(double sigmaB2);

  /** The name used in sweep files and tables: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
