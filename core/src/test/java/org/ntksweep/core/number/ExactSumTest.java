package org.ntksweep.core.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums against BigDecimal, and against themselves in other orders and partitions. */
class ExactSumTest {
  private record Term(double mantissa, int exponent) {
    BigDecimal value() {
      BigDecimal power = BigDecimal.valueOf(2).pow(Math.abs(exponent));
      BigDecimal m = new BigDecimal(mantissa);
      // 2^-e has a finite decimal expansion: 5^e / 10^e.
      return exponent >= 0
          ? m.multiply(power)
          : m.multiply(BigDecimal.valueOf(5).pow(-exponent)).movePointLeft(-exponent);
    }
  }

  /** Terms of both signs over {@code range} binary orders of magnitude. */
  private static List<Term> terms(int count, int range, int offset) {
    Random random = new Random(count + range);
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              int exponent = offset + (range == 0 ? 0 : random.nextInt(range));
              return new Term(random.nextGaussian(), exponent);
            })
        .toList();
  }

  private static ExactSum sum(List<Term> terms) {
    ExactSum sum = new ExactSum();
    terms.forEach(t -> sum.add(t.mantissa(), t.exponent()));
    return sum;
  }

  private static String bytes(ExactSum sum) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      sum.write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return Arrays.toString(bytes.toByteArray());
  }

  private static BigDecimal value(Dyadic number) {
    return new Term(1, number.exponent()).value().multiply(new BigDecimal(number.integer()));
  }

  @ParameterizedTest
  @ValueSource(ints = {-8000, -1000, 0, 13, 1000, 8000})
  void isExactOverModerateRanges(int offset) {
    List<Term> terms = terms(500, 40, offset);
    BigDecimal expected = terms.stream().map(Term::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    ExactSum sum = sum(terms);
    assertThat(value(sum.exact())).isEqualByComparingTo(expected);
    ScaledNumber rounded = sum.rounded();
    BigDecimal error =
        new Term(rounded.mantissa(), rounded.exponent()).value().subtract(expected).abs();
    assertThat(error).isLessThan(expected.abs().multiply(new Term(1, -52).value()));
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 300, 3000})
  void cutsOffBelowTheLargestTermOnly(int range) {
    List<Term> terms = terms(500, range, -range / 2);
    BigDecimal expected = terms.stream().map(Term::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal largest =
        terms.stream().map(t -> t.value().abs()).reduce(BigDecimal.ZERO, BigDecimal::max);
    assertThat(value(sum(terms).exact()).subtract(expected).abs())
        .isLessThan(largest.multiply(new Term(500, -120).value()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 50, 200, 2000})
  void anyOrderAndPartitionGivesTheSameDigits(int range) {
    List<Term> terms = new ArrayList<>(terms(300, range, -77));
    String expected = bytes(sum(terms));
    for (int run = 0; run < 50; run++) {
      Random random = new Random(run);
      Collections.shuffle(terms, random);
      List<ExactSum> parts = new ArrayList<>();
      int from = 0;
      while (from < terms.size()) {
        int to = Math.min(terms.size(), from + random.nextInt(1 + 300 / (1 + run % 30)));
        parts.add(sum(terms.subList(from, to)));
        from = to;
      }
      Collections.shuffle(parts, random);
      ExactSum merged = new ExactSum();
      parts.forEach(merged::add);
      assertThat(bytes(merged)).isEqualTo(expected);
    }
  }

  @Test
  void survivesARoundTrip() throws IOException {
    ExactSum sum = sum(terms(100, 500, 0));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    sum.write(new DataOutputStream(bytes));
    ExactSum read =
        ExactSum.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    read.add(0.3, 7);
    sum.add(0.3, 7);
    assertThat(bytes(read)).isEqualTo(bytes(sum));
    assertThat(read.exact()).isEqualTo(sum.exact());
  }

  @Test
  void ofNothingAndOfZerosIsZero() {
    ExactSum sum = new ExactSum();
    assertThat(sum.rounded()).isEqualTo(ScaledNumber.ZERO);
    sum.add(0.0, 50);
    sum.add(-0.0, -50);
    sum.add(new ExactSum());
    assertThat(sum.rounded()).isEqualTo(ScaledNumber.ZERO);
    assertThat(bytes(sum)).isEqualTo(bytes(new ExactSum()));
  }

  @Test
  void cancelsExactly() {
    ExactSum sum = new ExactSum();
    sum.add(1, 60);
    sum.add(0x1.8p-10, 0);
    sum.add(-1, 60);
    assertThat(sum.rounded().inUnitsOf(0)).isEqualTo(0x1.8p-10);
    sum.add(-0x1.8p-9, 0);
    assertThat(sum.rounded().inUnitsOf(0)).isEqualTo(-0x1.8p-10);
  }

  @Test
  void productsKeepTheirRoundingErrors() {
    ExactSum sum = new ExactSum();
    sum.addProduct(1.1, 1.7, 3);
    BigDecimal expected = new Term(1.1, 0).value().multiply(new Term(1.7, 3).value());
    assertThat(value(sum.exact())).isEqualByComparingTo(expected);
  }

  @Test
  void clearedSumsStartAgain() {
    ExactSum sum = sum(terms(10, 100, 900));
    sum.clear();
    sum.add(0.1, -3000);
    assertThat(bytes(sum)).isEqualTo(bytes(sum(List.of(new Term(0.1, -3000)))));
  }
}
