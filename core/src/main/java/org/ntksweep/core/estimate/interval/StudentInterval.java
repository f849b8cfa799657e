package org.ntksweep.core.estimate.interval;

import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.ntksweep.core.number.Arctan;

/** Intervals of Student's law. */
public final class StudentInterval {
  /** From so many degrees of freedom on, an expansion about the normal law is right to 1e-7. */
  private static final long MANY = 40;

  private StudentInterval() {}

  /**
   * The c for which a number of Student's law lies within c of 0 with that probability.
   *
   * @param probability in (0, 1)
   * @param freedom the degrees of freedom, at least 1
   */
  public static double halfWidth(double probability, long freedom) {
    return freedom < MANY ? exact(probability, (int) freedom) : expanded(probability, freedom);
  }

  private static double exact(double probability, int freedom) {
    BrentSolver solver = new BrentSolver(0x1p-50, 0x1p-50, 0);
    double sine = solver.findRoot(s -> within(s, freedom) - probability, 0, 1);
    return Math.sqrt(freedom) * sine / Math.sqrt((1 - sine) * (1 + sine));
  }

  /**
   * The probability of {@code |t| < sqrt(n) tan(a)} given sin(a), by its finite series in cos^2.
   */
  private static double within(double sine, int freedom) {
    double square = (1 - sine) * (1 + sine);
    boolean odd = freedom % 2 == 1;
    double term = odd ? Math.sqrt(square) : 1;
    double sum = freedom == 1 ? 0 : term;
    for (int k = odd ? 3 : 2; k < freedom; k += 2) {
      term *= square * (k - 1) / k;
      sum += term;
    }
    if (!odd) {
      return sine * sum;
    }
    double angle = square == 0 ? Math.PI / 2 : Arctan.of(sine, Math.sqrt(square));
    return (angle + sine * sum) * (2 / Math.PI);
  }

  /** Fisher's expansion in 1/n (Abramowitz and Stegun 1964, 26.7.5). */
  private static double expanded(double probability, long freedom) {
    double z = NormalInterval.halfWidth(probability);
    double s = z * z;
    double n = freedom;
    double first = (s + 1) / 4;
    double second = ((5 * s + 16) * s + 3) / 96;
    double third = (((3 * s + 19) * s + 17) * s - 15) / 384;
    double fourth = ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) / 92160;
    return z * (1 + (first + (second + (third + fourth / n) / n) / n) / n);
  }
}
