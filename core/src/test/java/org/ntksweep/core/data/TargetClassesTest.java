package org.ntksweep.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The classes that targets tell apart")
class TargetClassesTest {
  private static Examples of(double[]... targets) {
    return Examples.of(new double[targets.length][1], targets, new double[targets.length]);
  }

  private static double[] row(double... numbers) {
    return numbers;
  }

  @Test
  void areThoseOfTheLargestOutput() {
    Examples oneHot = of(row(0, 1, 0), row(1, 0, 0), row(0, 1, 0));
    TargetClasses classes = TargetClasses.of(oneHot).orElseThrow();
    assertThat(classes.count()).isEqualTo(3);
    assertThat(classes.ofFirst(3)).containsExactly(1, 0, 1);
    Examples centered = of(row(-0.5, 0.5), row(0.5, -0.5));
    assertThat(TargetClasses.of(centered).orElseThrow().ofFirst(2)).containsExactly(1, 0);
  }

  @Test
  void areThoseOfSigns() {
    TargetClasses classes = TargetClasses.of(of(row(1), row(-1), row(1))).orElseThrow();
    assertThat(classes.count()).isEqualTo(2);
    assertThat(classes.of(0)).isEqualTo(1);
    assertThat(classes.of(1)).isZero();
  }

  @Test
  void numbersToBeMetHaveNone() {
    assertThat(TargetClasses.of(of(row(1), row(0.5)))).isEmpty();
    assertThat(TargetClasses.of(of(row(0), row(3)))).isEmpty();
    assertThat(TargetClasses.of(of(row(1, 0), row(0.9, 0.1)))).isEmpty();
    assertThat(TargetClasses.of(of(row(Double.NaN)))).isEmpty();
  }
}
