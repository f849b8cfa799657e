package org.ntksweep.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExampleChoiceTest {
  /** Labels 3, 1, 3, 3, 8, 1, 3; example i is (i, 2, 0, -1). */
  private static final double[] LABELS = {3, 1, 3, 3, 8, 1, 3};

  @Test
  void theFirstOnesOfTheClasses() {
    assertThat(labels(choice(4, false))).containsExactly(3, 1, 3, 3);
    assertThat(labels(choice(3, false, 8, 1))).containsExactly(1, 8, 1);
    assertThat(labels(ExampleChoice.all())).containsExactly(LABELS);
  }

  @Test
  void everyClassHasItsShare() {
    assertThat(labels(choice(4, true))).containsExactly(3, 1, 8, 1);
    assertThat(labels(choice(2, true, 3, 1))).containsExactly(3, 1);
    assertThat(labels(new ExampleChoice(Optional.empty(), OptionalInt.empty(), true)))
        .containsExactly(3, 1, 8);
  }

  @Test
  void targetsFollowTheClasses() {
    Examples hot = choice(5, false).from(data(), InputScale.RAW, Targets.ONE_HOT);
    assertThat(hot.outputs()).isEqualTo(3);
    assertThat(target(hot, 0)).containsExactly(0, 1, 0);
    assertThat(target(hot, 4)).containsExactly(0, 0, 1);
    Examples centered = choice(5, false).from(data(), InputScale.RAW, Targets.CENTERED);
    assertThat(target(centered, 1)).containsExactly(1 - 1 / 3.0, -1 / 3.0, -1 / 3.0);
    Examples signs = choice(3, false, 8, 1).from(data(), InputScale.RAW, Targets.SIGNS);
    assertThat(target(signs, 0)).containsExactly(-1);
    assertThat(target(signs, 1)).containsExactly(1);
    Examples values =
        new ExampleChoice(Optional.empty(), OptionalInt.of(2), false)
            .from(data(), InputScale.RAW, Targets.VALUES);
    assertThat(target(values, 0)).containsExactly(3);
  }

  @Test
  void inputsAreScaledOneByOne() {
    Examples unit = ExampleChoice.all().from(data(), InputScale.UNIT_NORM, Targets.ONE_HOT);
    assertThat(unit.input(2, 0)).isCloseTo(2 / 3.0, within(1e-15));
    assertThat(unit.input(2, 3)).isCloseTo(-1 / 3.0, within(1e-15));
    Examples standard = ExampleChoice.all().from(data(), InputScale.STANDARDIZED, Targets.ONE_HOT);
    double sum = 0;
    double norm2 = 0;
    for (int j = 0; j < 4; j++) {
      sum += standard.input(5, j);
      norm2 += standard.input(5, j) * standard.input(5, j);
    }
    assertThat(sum).isCloseTo(0, within(1e-14));
    assertThat(norm2).isCloseTo(4, within(1e-14));
  }

  /** The mean of n equal numbers is often another number. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 0.1, 83 / 255.0, 0.7})
  void inputsOfOneNumberHaveNoDirection(double number) {
    for (int n : new int[] {1, 3, 10, 784}) {
      double[] x = new double[n];
      Arrays.fill(x, number);
      assertThatThrownBy(() -> InputScale.STANDARDIZED.apply(x))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("all equal or 0");
    }
  }

  @Test
  void theDigestKnowsEveryNumber() {
    String all = ExampleChoice.all().from(data(), InputScale.RAW, Targets.ONE_HOT).digest();
    assertThat(all).matches("[0-9a-f]{64}");
    assertThat(ExampleChoice.all().from(data(), InputScale.RAW, Targets.ONE_HOT).digest())
        .isEqualTo(all);
    assertThat(ExampleChoice.all().from(data(), InputScale.RAW, Targets.CENTERED).digest())
        .isNotEqualTo(all);
    assertThat(choice(6, false).from(data(), InputScale.RAW, Targets.ONE_HOT).digest())
        .isNotEqualTo(all);
  }

  @Test
  void testsAreOfOtherDataOrOfWhatIsLeft() {
    assertThat(labels(test(choice(3, false), data(8, 5, 3, 1), 2))).containsExactly(8, 3);
    assertThat(labels(test(choice(3, false), null, 3))).containsExactly(3, 8, 1);
    assertThat(labels(test(choice(3, true), null, 2))).containsExactly(3, 1);
    assertThat(labels(test(choice(2, false, 3, 8), null, 3))).containsExactly(3, 8, 3);
    assertThat(test(choice(3, false), null, 3).outputs()).isEqualTo(3);
    assertThat(test(choice(3, false), null, 1).input(0, 0)).isEqualTo(3);
    assertThatThrownBy(() -> test(choice(6, false), null, 2))
        .isInstanceOf(DataException.class)
        .hasMessage("of the test examples 2: there are 1 of classes 1, 3, 8");
  }

  private static Examples test(ExampleChoice choice, LabelledData others, int count) {
    return choice.test(data(), Optional.ofNullable(others), count, InputScale.RAW, Targets.ONE_HOT);
  }

  @Test
  void whatCannotBeChosenIsSaid() {
    refused(choice(8, false), Targets.ONE_HOT, "examples 8: there are 7 of classes 1, 3, 8");
    refused(choice(6, true), Targets.ONE_HOT, "examples 6: there are 5, balanced, of classes");
    refused(choice(2, false, 4), Targets.ONE_HOT, "class 4: has no example");
    refused(choice(2, false), Targets.SIGNS, "targets signs: needs two classes, not 3");
    refused(choice(2, false, 3), Targets.VALUES, "labels are numbers");
    assertThatThrownBy(() -> Classes.of(1, 1)).hasMessageContaining("must differ");
    assertThatThrownBy(
            () -> ExampleChoice.all().from(data(0.5, 1), InputScale.RAW, Targets.ONE_HOT))
        .hasMessage("label 0.5 of example 0: must be a whole number of 32 bits");
    assertThatThrownBy(
            () -> ExampleChoice.all().from(data(1, Double.NaN), InputScale.RAW, Targets.VALUES))
        .hasMessage("example 1: has a number that is not finite");
  }

  private static void refused(ExampleChoice choice, Targets targets, String message) {
    assertThatThrownBy(() -> choice.from(data(), InputScale.RAW, targets))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(message);
  }

  private static ExampleChoice choice(int count, boolean balanced, int... classes) {
    return new ExampleChoice(
        classes.length == 0 ? Optional.empty() : Optional.of(Classes.of(classes)),
        OptionalInt.of(count),
        balanced);
  }

  private static double[] labels(ExampleChoice choice) {
    return labels(choice.from(data(), InputScale.RAW, Targets.ONE_HOT));
  }

  private static double[] labels(Examples examples) {
    double[] labels = new double[examples.count()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = examples.label(i);
    }
    return labels;
  }

  private static double[] target(Examples examples, int i) {
    double[] target = new double[examples.outputs()];
    for (int k = 0; k < target.length; k++) {
      target[k] = examples.target(i, k);
    }
    return target;
  }

  private static LabelledData data(double... labels) {
    double[] of = labels.length == 0 ? LABELS : labels;
    return new LabelledData() {
      @Override
      public int count() {
        return of.length;
      }

      @Override
      public int dimension() {
        return 4;
      }

      @Override
      public double label(int i) {
        return of[i];
      }

      @Override
      public void input(int i, double[] out) {
        out[0] = i;
        out[1] = 2;
        out[2] = 0;
        out[3] = -1;
      }
    };
  }
}
