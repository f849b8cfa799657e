package org.ntksweep.jobs.report.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Trainable;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.theory.LawTheory;
import org.ntksweep.core.theory.SharedTheory;
import org.ntksweep.jobs.tables.TableRow;

@DisplayName("What is known of a network, and the grade that follows")
final class EvidenceTest {

  @ParameterizedTest
  @CsvSource({
    "1.02, 1.05, 0.98, 1.03, YES",
    "1.02, 1.12, 0.98, 1.03, OPEN",
    "1.02, 1.05, 0.98, 1.13, OPEN",
    "1.02, 1.05, 1.12, 1.20, WITH_CARE",
    "1.20, 1.50, 0.98, 1.03, WITH_CARE",
    "1.20, 2.50, 0.98, 1.03, OPEN",
    "2.10, 9.00, 0.98, 1.03, NO",
    "1.02, 1.05, 1.60, 1.70, NO",
    "1.02, 1.05, 0.30, 0.45, NO",
    "NaN, NaN, 0.98, 1.03, OPEN",
    "NaN, NaN, 2.00, 2.10, NO",
  })
  void theWholeRangeMustAgree(double low, double high, double from, double to, Grade grade) {
    Optional<Bounds> mean = Optional.of(new Bounds(from, to));
    assertThat(new Evidence(new Bounds(low, high), mean).grade()).isEqualTo(grade);
  }

  @Test
  void withoutAnInfiniteWidthTheRatioDecides() {
    assertThat(new Evidence(new Bounds(1.01, 1.02), Optional.empty()).grade()).isEqualTo(Grade.YES);
  }

  @Test
  void anUnderpoweredEstimateIsALowerBound() {
    assertThat(measured(1.02, 1.05, true).grade()).isEqualTo(Grade.OPEN);
    assertThat(measured(1.02, 1.05, false).grade()).isEqualTo(Grade.YES);
    assertThat(measured(8.9, 25, true).grade()).isEqualTo(Grade.NO);
  }

  @Test
  void theExactRatioOutranksTheMeasuredOne() {
    TableRow row = row(1.02, 1.05, false, Map.of("exact_ratio", 2.5, "exact_mean", 3.0));
    assertThat(Evidence.of(row).grade()).isEqualTo(Grade.NO);
  }

  /** The quickstart's network of which theory and page once gave two verdicts. */
  @Test
  void theoryAndPageSayTheSame() {
    Network law = relu(1, 64, 64);
    LawTheory theory = theory(law);
    Evidence known = Evidence.of(theory);
    TableRow row =
        row(
            1.0248,
            1.0285,
            false,
            Map.of(
                "exact_ratio",
                theory.exactRatio().getAsDouble(),
                "exact_mean",
                theory.exactMean().getAsDouble(),
                "infinite_width_mean",
                theory.infiniteWidthMean().getAsDouble()));
    assertThat(Evidence.of(row)).isEqualTo(known);
    assertThat(known.grade()).isEqualTo(Grade.YES);
    assertThat(NetworkVerdict.of(law, theory.phase(), known))
        .isEqualTo(
            "Yes: the standard deviation of its kernel at initialization is 0.16 times its mean"
                + " (ordered phase).");
  }

  @Test
  void whatIsUnusualAboutTheKernelIsSaid() {
    Network law = relu(2, 64, 64).with(Trainable.WEIGHTS).withInputNorm2(784);
    assertThat(NetworkVerdict.of(law, theory(law).phase(), Evidence.of(theory(law))))
        .startsWith("No: ")
        .contains("(edge of chaos)")
        .endsWith(", weights alone trained, inputs of |x|^2 = 784.");
  }

  @Test
  void whereNothingIsKnownItSaysWhatToDo() {
    Network law =
        new Network(Activation.TANH, 1, 0, Widths.constant(64, 64, 8), Parametrization.STANDARD);
    assertThat(NetworkVerdict.of(law, theory(law).phase(), Evidence.of(theory(law))))
        .startsWith("Not known: no exact dispersion is known for tanh, sample it");
  }

  private static Network relu(double sigmaW2, int width, int depth) {
    return new Network(
        Activation.RELU,
        sigmaW2,
        0,
        Widths.constant(width, width, depth),
        Parametrization.STANDARD);
  }

  private static LawTheory theory(Network law) {
    return new SharedTheory(List.of(law)).of(law, 1);
  }

  private static Evidence measured(double low, double high, boolean underpowered) {
    return Evidence.of(row(low, high, underpowered, Map.of()));
  }

  private static TableRow row(
      double low, double high, boolean underpowered, Map<String, Object> more) {
    Map<String, Object> values = new HashMap<>(more);
    values.put("ratio_lo", low);
    values.put("ratio_hi", high);
    values.put("underpowered", underpowered);
    values.putIfAbsent("mean", 3.0);
    values.putIfAbsent("mean_se", 0.01);
    values.putIfAbsent("infinite_width_mean", 3.01);
    return new TableRow(values);
  }
}
