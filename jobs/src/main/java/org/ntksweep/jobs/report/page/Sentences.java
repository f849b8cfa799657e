package org.ntksweep.jobs.report.page;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Trainable;
import org.ntksweep.core.theory.meanfield.Phase;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.rows.Text;
import org.ntksweep.jobs.report.verdict.Evidence;
import org.ntksweep.jobs.report.verdict.Finding;
import org.ntksweep.jobs.report.verdict.Grade;
import org.ntksweep.jobs.report.verdict.Reach;
import org.ntksweep.jobs.report.verdict.Tally;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.TheoryColumns;

/** Verdicts in words. */
final class Sentences {
  private Sentences() {}

  /** The headline: how deep networks may be, phase by phase. */
  static Map<String, Object> of(Rows diagonal, List<Finding> findings) {
    Map<String, Object> words = counts(new Tally(diagonal));
    words.put("answer", answer(findings));
    words.put("kernel", kernel(diagonal));
    return words;
  }

  /** One phase; empty if no network is in it. */
  static Optional<Map<String, Object>> of(Phase phase, Rows diagonal, List<Finding> findings) {
    Rows points = diagonal.where(row -> row.text(TheoryColumns.PHASE).equals(phase.label()));
    if (points.all().isEmpty()) {
      return Optional.empty();
    }
    Tally tally = new Tally(points);
    Map<String, Object> words = counts(tally);
    words.put("phase", phase.label());
    words.put("title", title(phase));
    words.put("findings", in(phase, findings).map(Sentences::finding).toList());
    words.put("largest", tally.largest().map(Sentences::largest).orElse(""));
    return Optional.of(words);
  }

  private static Stream<Finding> in(Phase phase, List<Finding> findings) {
    return findings.stream().filter(finding -> finding.phase().equals(phase.label()));
  }

  private static Map<String, Object> finding(Finding finding) {
    return Map.of("activation", finding.activation(), "answer", finding.answer());
  }

  private static Map<String, Object> counts(Tally tally) {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("points", Text.count(tally.all()));
    for (Grade grade : Grade.values()) {
      String name = grade.name().toLowerCase(Locale.ROOT);
      words.put(name, Text.count(tally.of(grade)));
      words.put(name + "_share", Text.digits(100.0 * tally.of(grade) / tally.all(), 3));
    }
    if (tally.of(Grade.OPEN) == 0) {
      words.put("open", false);
    }
    if (tally.underpowered() > 0) {
      words.put("underpowered", Text.count(tally.underpowered()));
    }
    return words;
  }

  /** The least favourable activation of each phase decides. */
  private static String answer(List<Finding> findings) {
    if (findings.stream().allMatch(finding -> finding.reaches().get(0).isComplete())) {
      return "Every network of this sweep may be taken for its infinite-width kernel.";
    }
    return "Infinite-width theory holds "
        + Stream.of(Phase.values())
            .flatMap(phase -> worst(phase, findings).stream())
            .collect(Collectors.joining("; "))
        + ".";
  }

  private static Optional<String> worst(Phase phase, List<Finding> findings) {
    return in(phase, findings)
        .min(Comparator.comparing(finding -> finding.reaches().get(0), Reach.LEAST_FIRST))
        .map(finding -> place(phase) + " " + finding.shortAnswer());
  }

  private static String place(Phase phase) {
    return switch (phase) {
      case ORDERED -> "in the ordered phase";
      case EDGE_OF_CHAOS -> "on the edge of chaos";
      case CHAOTIC -> "in the chaotic phase";
    };
  }

  /** Which kernel the page is about. */
  private static String kernel(Rows diagonal) {
    Network law = LawColumns.law(diagonal.all().get(0));
    List<Double> norms = diagonal.numbers(LawColumns.INPUT_NORM2);
    return (law.trainable() == Trainable.ALL
            ? "of weights and biases"
            : "of the weights alone; biases stay as they are drawn")
        + (norms.isEmpty() || norms.equals(List.of(1.0))
            ? ", at inputs of norm 1"
            : ", at inputs of |x|² = "
                + norms.stream().map(x -> Text.digits(x, 5)).collect(Collectors.joining(", ")));
  }

  private static String largest(TableRow row) {
    String width = row.text(LawColumns.WIDTH);
    return Text.digits(Evidence.of(row).ratio().low(), 4)
        + " ("
        + row.text(LawColumns.ACTIVATION)
        + ", σ_w² = "
        + Text.number(row, LawColumns.SIGMA_W2)
        + ", σ_b² = "
        + Text.number(row, LawColumns.SIGMA_B2)
        + ", L = "
        + row.text(LawColumns.DEPTH)
        + (width.isEmpty() ? "" : ", M = " + width)
        + ")";
  }

  private static String title(Phase phase) {
    return switch (phase) {
      case ORDERED -> "Ordered, χ₁ < 1";
      case EDGE_OF_CHAOS -> "Edge of chaos, χ₁ = 1";
      case CHAOTIC -> "Chaotic, χ₁ > 1";
    };
  }
}
