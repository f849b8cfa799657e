package org.ntksweep.core.training.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.training.LazyScale;
import org.ntksweep.core.training.Loss;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Optimizer;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.core.training.Training;

class AnswersTest {
  private static Training training(Loss loss, LazyScale lazy) {
    Method method = new Method.Steps(new Optimizer.Plain(), 1, 0, List.of(0L));
    return new Training(loss, method, StopRule.NEVER, lazy, 1);
  }

  private static Answers answers(double[][] targets, Training training, double... outputs) {
    double[] labels = new double[targets.length];
    Answers answers =
        new Answers(Examples.of(new double[][] {{1}, {2}}, targets, labels), training);
    int at = 0;
    for (int i = 0; i < targets.length; i++) {
      double[] image = new double[targets[i].length];
      for (int k = 0; k < image.length; k++) {
        image[k] = outputs[at++];
      }
      answers.take(i, image, 0);
    }
    return answers;
  }

  /** 1/(2 2) (0.5^2 + 3^2), and its sum. */
  @Test
  void lossesAreHalfTheSquaredErrors() {
    double[][] signs = {{1}, {-1}};
    assertThat(answers(signs, training(Loss.MEAN, LazyScale.NONE), 0.5, 2).loss())
        .isEqualTo(9.25 / 4);
    assertThat(answers(signs, training(Loss.SUM, LazyScale.NONE), 0.5, 2).loss())
        .isEqualTo(9.25 / 2);
  }

  /** The model is 4 (f - f_0), and R over 16. */
  @Test
  void lazyModelsAreScaledAndTheirLossScaledBack() {
    double[][] signs = {{1}, {-1}};
    Answers answers = answers(signs, training(Loss.SUM, new LazyScale(4, true)), 0.5, 2);
    answers.begin();
    assertThat(answers.loss()).isEqualTo(2 / 32.0);
    answers.take(0, new double[] {0.75}, 0);
    assertThat(answers.model(0, 0)).isEqualTo(1);
    assertThat(answers.loss()).isCloseTo(1 / 32.0, within(1e-15));
    assertThat(answers.slope(1, 0)).isEqualTo(0.25);
  }

  @Test
  void accuracyIsOfClassesAlone() {
    Training training = training(Loss.MEAN, LazyScale.NONE);
    assertThat(answers(new double[][] {{1}, {-1}}, training, 0.5, 2).accuracy()).isEqualTo(0.5);
    double[][] oneHot = {{1, 0, 0}, {0, 0, 1}};
    assertThat(answers(oneHot, training, 0.3, 0.2, 0.1, 0, 0.2, 0.9).accuracy()).isEqualTo(1);
    assertThat(answers(new double[][] {{0.7}, {-1.3}}, training, 0.5, -2).accuracy()).isNaN();
  }

  @Test
  void whatIsNotANumberIsOfNoClass() {
    Training training = training(Loss.MEAN, LazyScale.NONE);
    double[][] oneHot = {{1, 0}, {0, 1}};
    Answers answers = answers(oneHot, training, Double.NaN, Double.NaN, 0, 1);
    assertThat(answers.areNumbers()).isFalse();
    assertThat(answers.accuracy()).isNaN();
    double infinite = Double.POSITIVE_INFINITY;
    assertThat(answers(oneHot, training, 0.5, -infinite, 0, infinite).accuracy()).isEqualTo(1);
    double[][] signs = {{1}, {-1}};
    assertThat(answers(signs, training, 1, Double.NaN).accuracy()).isNaN();
    assertThat(answers(signs, training, 1, -infinite).accuracy()).isEqualTo(1);
  }

  /** At initialization a centered model answers nothing, whatever its network does. */
  @Test
  void classesAreAnsweredByTheModel() {
    double[][] oneHot = {{1, 0}, {0, 1}};
    Answers answers = answers(oneHot, training(Loss.MEAN, new LazyScale(2, true)), 1, 5, 1, 5);
    answers.begin();
    answers.take(0, new double[] {3, 5}, 0);
    answers.take(1, new double[] {7, 12}, 0);
    assertThat(answers.answeredClass(0)).isZero();
    assertThat(answers.answeredClass(1)).isEqualTo(1);
    assertThat(answers.accuracy()).isEqualTo(1);
    double[][] signs = {{1}, {-1}};
    Answers single = answers(signs, training(Loss.MEAN, new LazyScale(2, true)), 3, 3);
    single.begin();
    assertThat(single.answeredClass(0)).isEqualTo(Answers.NO_CLASS);
    assertThat(single.accuracy()).isZero();
    single.take(1, new double[] {2}, 0);
    assertThat(single.answeredClass(1)).isZero();
    assertThat(single.accuracy()).isEqualTo(0.5);
  }

  @Test
  void classesAreAnsweredBeyondTheRangeOfADouble() {
    double[][] oneHot = {{1, 0}, {0, 1}};
    Answers answers = answers(oneHot, training(Loss.MEAN, LazyScale.NONE), 0, 0, 0, 0);
    answers.take(0, new double[] {0.75, 0.5}, 5000);
    answers.take(1, new double[] {0.5, 0.75}, -5000);
    assertThat(answers.accuracy()).isEqualTo(1);
  }
}
