package org.ntksweep.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The updates of every optimizer against its formulas, entry by entry. */
class UpdaterTest {
  private static final int N = 37;
  private static final int STEPS = 12;

  private final Resources resources = new Resources();
  private final NativeMatrix x = resources.own(NativeMatrix.zeros(N, 1, Precision.DOUBLE));
  private final NativeMatrix g = resources.own(NativeMatrix.zeros(N, 1, Precision.DOUBLE));

  @AfterEach
  void close() {
    resources.close();
  }

  /** Rates differ from step to step. */
  private static double rate(int t) {
    return t < 5 ? 0.05 : 0.3 / t;
  }

  /** One entry by hand. */
  private interface Formula {
    double next(double x, double g, int t);
  }

  private void check(Updater updater, java.util.function.Supplier<Formula> formula) {
    updater.begin();
    Random random = new Random(5);
    Formula[] byHand = new Formula[N];
    double[] expected = new double[N];
    for (int i = 0; i < N; i++) {
      byHand[i] = formula.get();
    }
    for (int t = 0; t < STEPS; t++) {
      double[] gradient = random.doubles(N, -1, 1).map(u -> u * u * u).toArray();
      g.entries().put(0, gradient, N);
      g.changed();
      updater.step(t, rate(t));
      double[] found = new double[N];
      x.entries().get(0, found, N);
      for (int i = 0; i < N; i++) {
        expected[i] = byHand[i].next(expected[i], gradient[i], t);
        assertThat(found[i]).isCloseTo(expected[i], within(1e-14));
      }
    }
  }

  @Test
  void plainStepsGoAlongTheGradient() {
    check(Updater.plain(x, g), () -> (at, gradient, t) -> at - rate(t) * gradient);
  }

  @Test
  void momentumAddsUp() {
    check(
        Updater.momentum(x, g, 0.9, resources),
        () ->
            new Formula() {
              private double v;

              @Override
              public double next(double at, double gradient, int t) {
                v = 0.9 * v + gradient;
                return at - rate(t) * v;
              }
            });
  }

  @Test
  void nesterovLooksAhead() {
    check(
        Updater.nesterov(x, g, 0.9, resources),
        () ->
            new Formula() {
              private double v;

              @Override
              public double next(double at, double gradient, int t) {
                v = 0.9 * v + gradient;
                return at - rate(t) * (gradient + 0.9 * v);
              }
            });
  }

  @Test
  void adamDividesByTheRootOfTheMeanSquare() {
    double epsilon = 1e-2;
    check(
        Updater.adam(x, g, 0.9, 0.99, epsilon, resources),
        () ->
            new Formula() {
              private double m;
              private double v;

              @Override
              public double next(double at, double gradient, int t) {
                m = 0.9 * m + 0.1 * gradient;
                v = 0.99 * v + 0.01 * gradient * gradient;
                double mean = m / (1 - Math.pow(0.9, t + 1));
                double square = v / (1 - Math.pow(0.99, t + 1));
                return at - rate(t) * mean / (Math.sqrt(square) + epsilon);
              }
            });
  }

  @Test
  void whatWasBeforeIsForgottenAtTheBeginning() {
    Updater updater = Updater.momentum(x, g, 0.9, resources);
    g.entries().put(0, new double[] {1}, 1);
    g.changed();
    updater.step(0, 0.1);
    assertThat(updater.memory()).hasSize(1);
    updater.begin();
    double[] v = new double[N];
    updater.memory().get(0).entries().get(0, v, N);
    assertThat(v).containsOnly(0);
  }
}
