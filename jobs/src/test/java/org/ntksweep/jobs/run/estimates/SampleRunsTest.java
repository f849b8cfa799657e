package org.ntksweep.jobs.run.estimates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.estimate.SampleSeries;

final class SampleRunsTest {
  private static final int SAMPLES = 100;

  @Test
  void anyOrderOfArrivalGivesTheSameSeries() {
    for (int seed = 0; seed < 20; seed++) {
      List<Integer> numbers = new ArrayList<>(IntStream.range(0, SAMPLES).boxed().toList());
      Collections.shuffle(numbers, new Random(seed));
      SampleRuns runs = new SampleRuns();
      numbers.forEach(number -> add(runs, number));
      assertInOrder(runs);
    }
  }

  @Test
  void stretchesMergeInAnyOrder() {
    SampleRuns all = range(40, 70);
    all.addAll(range(0, 40));
    all.addAll(new SampleRuns());
    all.addAll(range(70, SAMPLES));
    assertInOrder(all);
  }

  @Test
  void mergingIntoNothingGivesTheOther() {
    SampleRuns all = new SampleRuns();
    all.addAll(range(0, SAMPLES));
    assertInOrder(all);
  }

  @Test
  void whatIsWrittenReadsBackAndGrowsOn() throws IOException {
    SampleRuns runs = range(50, 80);
    runs.addAll(range(0, 50));
    SampleRuns back = writtenAndRead(runs);
    LongStream.range(80, SAMPLES).forEach(number -> add(back, number));
    assertInOrder(back);
  }

  @Test
  void plainSamplesHaveNoWeights() throws IOException {
    SampleRuns runs = range(0, 10);
    assertThat(writtenAndRead(runs).logWeightsInOrder()).containsOnly(0).hasSize(10);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    runs.write(new DataOutputStream(bytes));
    assertThat(bytes.size()).isLessThan(10 * 3 * Double.BYTES);
  }

  @Test
  void nothingIsWrittenAndReadToo() throws IOException {
    SampleRuns back = writtenAndRead(new SampleRuns());
    back.addAll(range(0, SAMPLES));
    assertInOrder(back);
  }

  @Test
  void aSampleThatOccursTwiceIsAnError() {
    SampleRuns runs = range(0, 50);
    runs.addAll(range(49, SAMPLES));
    assertThatThrownBy(() -> runs.inOrder(new double[SAMPLES + 1]))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("sample 49 occurs twice");
  }

  private static SampleRuns range(int from, int to) {
    SampleRuns runs = new SampleRuns();
    LongStream.range(from, to).forEach(number -> add(runs, number));
    return runs;
  }

  private static void add(SampleRuns runs, long number) {
    runs.add(number, value(number), Math.log(value(number)), logWeight(number));
  }

  /** Weights come late: the first samples are plain. */
  private static double logWeight(long number) {
    return number < 10 ? 0 : -Math.floorMod(number * 17, 13) / 4.0;
  }

  private static double value(long number) {
    return 1 + Math.floorMod(number * 37, 101);
  }

  private static void assertInOrder(SampleRuns runs) {
    double[] logWeights = runs.logWeightsInOrder();
    SampleSeries plain = runs.inOrder(new double[SAMPLES]);
    assertThat(plain.size()).isEqualTo(SAMPLES);
    for (int i = 0; i < SAMPLES; i++) {
      assertThat(Math.scalb(plain.value(i), plain.exponent())).isEqualTo(value(i));
      assertThat(logWeights[i]).isEqualTo(logWeight(i));
    }
  }

  private static SampleRuns writtenAndRead(SampleRuns runs) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    runs.write(new DataOutputStream(bytes));
    return SampleRuns.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }
}
