package org.ntksweep.core.training.explicit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.data.Targets;
import org.ntksweep.core.training.plain.TrainingExamples;
import org.ntksweep.core.training.schedule.Batch;

class BatchesTest {

  private static Examples examples(double... labels) {
    double[][] x = new double[labels.length][1];
    Arrays.setAll(x, i -> new double[] {i + 1});
    return TrainingExamples.examples(x, labels, Targets.ONE_HOT);
  }

  /** So many examples of every class, those of a class behind each other. */
  private static Examples sorted(int classes, int each) {
    return examples(
        IntStream.range(0, classes * each).map(i -> i / each).asDoubleStream().toArray());
  }

  private static Batches batches(Examples examples, Batch batch) {
    Batches batches = new Batches(3, examples, batch);
    batches.begin(1, 2);
    return batches;
  }

  @ParameterizedTest
  @CsvSource({"4, 5, 8, true", "3, 4, 6, true", "2, 7, 4, true", "2, 7, 5, false", "3, 2, 9, true"})
  void anEpochHasEveryExampleOnce(int classes, int each, int size, boolean balanced) {
    Batch batch = new Batch(size, balanced);
    int n = classes * each;
    Batches batches = batches(sorted(classes, each), batch);
    int perEpoch = batch.stepsPerEpoch(n);
    int[][] epochs = new int[2][];
    for (int epoch = 0; epoch < 2; epoch++) {
      int first = epoch * perEpoch;
      epochs[epoch] =
          IntStream.range(first, first + perEpoch)
              .mapToObj(batches::of)
              .flatMapToInt(Arrays::stream)
              .toArray();
      assertThat(epochs[epoch]).hasSize(n).doesNotHaveDuplicates();
    }
    assertThat(epochs[0]).isNotEqualTo(epochs[1]);
  }

  @Test
  void balancedBatchesHaveEveryClassAsOften() {
    Batches batches = batches(sorted(4, 5), new Batch(8, true));
    for (int step = 0; step < 6; step++) {
      int[] of = new int[4];
      for (int i : batches.of(step)) {
        of[i / 5]++;
      }
      int expected = step % 3 == 2 ? 1 : 2;
      assertThat(of).containsOnly(expected);
    }
  }

  /** Of 120 orders of a class all come up: one is missed with a probability below 1e-5. */
  @Test
  void everyOrderOfAClassIsPossible() {
    Batches batches = batches(sorted(2, 5), new Batch(2, true));
    long orders =
        IntStream.range(0, 2000)
            .mapToObj(
                epoch ->
                    IntStream.range(5 * epoch, 5 * epoch + 5)
                        .mapToObj(step -> batches.of(step)[1])
                        .toList())
            .distinct()
            .count();
    assertThat(orders).isEqualTo(120);
  }

  @Test
  void whatCannotBeBalancedIsSaid() {
    assertThat(new Batch(7, true).objection(sorted(3, 5)))
        .contains("balanced batches of 7 examples: not a multiple of the 3 classes");
    assertThat(new Batch(6, true).objection(examples(0, 1, 2, 0)))
        .contains("balanced batches need as many examples of every class");
    Examples numbers =
        TrainingExamples.examples(new double[][] {{1}, {2}}, new double[] {0.5, 2}, Targets.VALUES);
    assertThat(new Batch(2, true).objection(numbers))
        .contains("balanced batches need targets of classes");
    assertThat(new Batch(2, false).objection(numbers)).isEmpty();
    assertThat(new Batch(6, true).objection(sorted(3, 5))).isEmpty();
  }
}
