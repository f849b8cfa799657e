package org.ntksweep.core.training.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.matrix.Resources;

@DisplayName("The integrator of gradient flow")
class IntegratorTest {
  private final Resources resources = new Resources();

  @AfterEach
  void close() {
    resources.close();
  }

  /**
   * Steps that grow tenfold where times do come within a rounding of them: what is left is no step,
   * and no reason to give up.
   */
  @Test
  void arrivesAtEveryTimeOfLaddersOfTens() {
    double[] eigenvalues = {1e-3, 2e-3};
    LinearField field = new LinearField(eigenvalues, resources);
    Integrator integrator = new Integrator(field, 1e-3, false, resources);
    for (int k = 1; k <= 500; k++) {
      field.put(new double[] {1, -1});
      integrator.begin();
      for (int power = 4; power >= 0; power--) {
        double end = k * 0.02 / Math.pow(10, power);
        while (integrator.time() < end) {
          assertThat(integrator.advance(end))
              .as("%d from %s to %s", k, integrator.time(), end)
              .isTrue();
        }
        assertThat(field.y()[0]).isCloseTo(Math.exp(-1e-3 * end), within(1e-4));
      }
    }
  }

  /** Estimates of errors grow with the stiffness where only noise about a kink is left of it. */
  @Test
  void doesNotMindNoiseAboutAKink() {
    KinkedField field = new KinkedField(1e6, 1e3, resources);
    Integrator integrator = new Integrator(field, 1e-2, true, resources);
    field.put(1, 1);
    integrator.begin();
    while (integrator.time() < 1) {
      assertThat(integrator.advance(1)).isTrue();
    }
    // A rise of what is seen by the tolerance lets u be off by sqrt(2 * 1e-2) / e = 0.052.
    assertThat(field.seen()[0]).isCloseTo(0, within(3e-2));
    assertThat(field.seen()[1]).isCloseTo(Math.exp(-1), within(1e-2));
    assertThat(integrator.evaluations()).isLessThan(20_000);
  }
}
