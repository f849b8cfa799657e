package org.ntksweep.core.estimate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.number.ExactSum;
import org.ntksweep.core.number.ScaledNumber;

/** Against one exact sum a replicate. */
class ReplicateSumsTest {
  @Test
  void agreesWithSumsOfWeightedTerms() throws IOException {
    int replicates = 9;
    List<ScaledNumber> terms = terms(200);
    double[][] weights = new double[terms.size()][replicates];
    Random random = new Random(2);
    for (double[] row : weights) {
      Arrays.setAll(row, b -> random.nextInt(4));
    }
    ReplicateSums whole = new ReplicateSums(replicates);
    ReplicateSums front = new ReplicateSums(replicates);
    ReplicateSums back = new ReplicateSums(replicates);
    for (int i = 0; i < terms.size(); i++) {
      whole.add(terms.get(i), weights[i]);
      (i % 3 == 0 ? front : back).add(terms.get(i), weights[i]);
    }
    back.add(front);
    assertThat(back.inUnitsOf(-4900)).containsExactly(whole.inUnitsOf(-4900));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    whole.write(new DataOutputStream(bytes));
    ReplicateSums read =
        ReplicateSums.read(
            replicates, new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(read.inUnitsOf(-4900)).containsExactly(whole.inUnitsOf(-4900));
    for (int b = 0; b < replicates; b++) {
      ExactSum expected = new ExactSum();
      for (int i = 0; i < terms.size(); i++) {
        expected.add(weights[i][b] * terms.get(i).mantissa(), terms.get(i).exponent());
      }
      double reference = expected.rounded().inUnitsOf(-4900);
      assertThat(whole.inUnitsOf(-4900)[b])
          .isCloseTo(reference, within(1e-13 * Math.abs(reference)));
    }
  }

  /** Of both signs over 120 binary orders of magnitude. */
  private static List<ScaledNumber> terms(int count) {
    Random random = new Random(320);
    return Stream.generate(() -> ScaledNumber.of(random.nextGaussian(), random.nextInt(120) - 5000))
        .limit(count)
        .toList();
  }
}
