package org.ntksweep.core.theory.exact;

import java.util.OptionalDouble;
import org.ntksweep.core.number.ScaledNumber;

/**
 * The first four moments of a kernel entry {@code Theta(x, x)}.
 *
 * @param first {@code E[Theta]}
 * @param second {@code E[Theta^2]}
 * @param third {@code E[Theta^3]}
 * @param fourth {@code E[Theta^4]}
 */
public record FourMoments(
    ScaledNumber first, ScaledNumber second, ScaledNumber third, ScaledNumber fourth) {

  /**
   * N times the relative variance of an estimate of {@code r = E[Theta^2] / E[Theta]^2} from N
   * independent samples, for large N: the same for every estimator that is smooth in the sample
   * moments ({@code plug_in}, {@code u_ratio}, {@code jackknife}). By the delta method
   *
   * <pre>
   * V = Var(Theta^2 / m2 - 2 Theta / m1) = m4 / m2^2 - 4 m3 / (m1 m2) + 4 m2 / m1^2 - 1
   * </pre>
   *
   * <p>About {@code 2 (r - 1)^2} where r is near 1; the absolute rounding error is about 1e-15
   * times the square root of the depth.
   *
   * @return at least 0; infinite where the range of a double ends; empty if the kernel is 0
   */
  public OptionalDouble relativeVarianceOfRatio() {
    if (first.isZero()) {
      return OptionalDouble.empty();
    }
    ScaledNumber mean2 = second.over(first).over(first);
    ScaledNumber skew = third.over(first).over(second);
    ScaledNumber tail = fourth.over(second).over(second);
    double variance =
        tail.plus(mean2.times(4)).plus(skew.times(-4)).plus(ScaledNumber.of(-1)).value();
    return OptionalDouble.of(Math.max(0, variance));
  }
}
