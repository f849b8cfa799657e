package org.ntksweep.jobs.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.data.InputScale;
import org.ntksweep.core.data.Targets;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.training.TrainingData;

/** Data that follow from a seed. */
final class MadeDataTest {

  private static Network law(int inputDim, int outputs) {
    return new Network(
        Activation.RELU, 2, 0, Widths.of(inputDim, 8, outputs), Parametrization.STANDARD);
  }

  @Test
  void pairsAreTheInputsAtTheCosines() {
    PairData pairs = new PairData(List.of(0.5, -0.25), 0, 7);

    for (Network law :
        List.of(
            law(5, 1).withInputNorm2(9),
            law(5, 1).withInputNorm2(9).with(Initialization.UNIFORM))) {
      Examples examples = pairs.at(law).train();
      assertThat(examples.count()).isEqualTo(pairs.examples()).isEqualTo(3);
      assertThat(examples.dimension()).isEqualTo(5);
      assertThat(inner(examples, 0, 0)).isCloseTo(9, within(1e-14));
      assertThat(inner(examples, 2, 2)).isCloseTo(9, within(1e-14));
      assertThat(inner(examples, 0, 1)).isCloseTo(4.5, within(1e-14));
      assertThat(inner(examples, 0, 2)).isCloseTo(-2.25, within(1e-14));
    }
  }

  @Test
  void theLastPairsAreHeldOut() {
    TrainingData all = new PairData(List.of(0.5, -0.25), 0, 7).at(law(5, 2));
    PairData pairs = new PairData(List.of(0.5, -0.25), 1, 7);
    Examples train = pairs.at(law(5, 2)).train();
    Examples test = pairs.at(law(5, 2)).test().orElseThrow();
    assertThat(train.count()).isEqualTo(pairs.examples()).isEqualTo(2);
    assertThat(test.count()).isEqualTo(pairs.tests()).isEqualTo(1);
    assertThat(test.input(0, 0)).isEqualTo(all.train().input(2, 0)).isEqualTo(-0.25);
    assertThat(test.target(0, 1)).isEqualTo(all.train().target(2, 1));
  }

  /** 6,000 signs: their mean has a standard error of 0.013; false failures at 5 of it: 6e-7. */
  @Test
  void targetsOfPairsAreRandomSignsOfTheSeed() {
    PairData pairs = new PairData(List.of(0.5), 0, 7);
    double sum = 0;
    Examples examples = pairs.at(law(2, 3000)).train();
    for (int k = 0; k < 3000; k++) {
      assertThat(Math.abs(examples.target(0, k))).isEqualTo(1);
      sum += examples.target(0, k) + examples.target(1, k);
    }
    assertThat(sum / 6000).isCloseTo(0, within(0.065));
    String digest = pairs.at(law(2, 3000)).digest();
    assertThat(pairs.at(law(2, 3000)).digest()).isEqualTo(digest);
    assertThat(new PairData(List.of(0.5), 0, 8).at(law(2, 3000)).digest()).isNotEqualTo(digest);
  }

  /**
   * In 20,000 dimensions squared norms are 1 and 0.25 but for a standard error of 0.01 and 0.0025;
   * each of the bounds is 6 of them or more.
   */
  @Test
  void blobsLieAroundTheMeansOfTheirClasses() {
    BlobData blobs = new BlobData(3, 6, 3, 0.5, InputScale.RAW, Targets.ONE_HOT, 11);

    TrainingData data = blobs.at(law(20_000, 3));

    Examples train = data.train();
    assertThat(train.count()).isEqualTo(6);
    assertThat(data.test().orElseThrow().count()).isEqualTo(blobs.tests()).isEqualTo(3);
    for (int i = 0; i < 6; i++) {
      assertThat(train.label(i)).isEqualTo(i % 3);
      assertThat(train.target(i, i % 3)).isEqualTo(1);
      assertThat(inner(train, i, i)).isCloseTo(1.25, within(0.1));
    }
    assertThat(inner(train, 0, 3)).isCloseTo(1, within(0.08));
    assertThat(inner(train, 0, 1)).isCloseTo(0, within(0.08));
    assertThat(data.test().orElseThrow().label(0)).isZero();
    assertThat(
            new BlobData(3, 3, 0, 0.5, InputScale.RAW, Targets.ONE_HOT, 11)
                .at(law(20_000, 3))
                .train()
                .input(1, 17))
        .isEqualTo(train.input(1, 17));
  }

  @Test
  void blobsOfSignsAndValuesHaveOneOutput() {
    BlobData signs = new BlobData(2, 4, 0, 0.5, InputScale.UNIT_NORM, Targets.SIGNS, 0);
    assertThat(signs.outputs()).hasValue(1);
    assertThat(signs.at(law(3, 1)).train().target(1, 0)).isEqualTo(1);
    assertThat(inner(signs.at(law(3, 1)).train(), 1, 1)).isCloseTo(1, within(1e-14));
    BlobData values = new BlobData(3, 4, 0, 0.5, InputScale.RAW, Targets.VALUES, 0);
    assertThat(values.at(law(3, 1)).train().target(2, 0)).isEqualTo(2);
  }

  private static double inner(Examples examples, int i, int k) {
    double sum = 0;
    for (int j = 0; j < examples.dimension(); j++) {
      sum += examples.input(i, j) * examples.input(k, j);
    }
    return sum;
  }
}
