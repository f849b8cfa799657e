package org.ntksweep.jobs.report.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ntksweep.core.theory.meanfield.Phase;
import org.ntksweep.jobs.report.rows.Text;
import org.ntksweep.jobs.report.verdict.Verdict;
import org.ntksweep.jobs.tables.TableRow;

/** Verdicts in words. */
final class Sentences {
  private Sentences() {}

  /** The headline: all points. */
  static Map<String, Object> of(Verdict verdict) {
    Map<String, Object> words = counts(verdict);
    words.put("answer", answer(verdict));
    return words;
  }

  /** One phase. */
  static Map<String, Object> of(Phase phase, Verdict verdict) {
    Map<String, Object> words = counts(verdict);
    words.put("phase", phase.label());
    words.put("title", title(phase));
    words.put("largest", verdict.largest().map(Sentences::largest).orElse(""));
    return words;
  }

  private static Map<String, Object> counts(Verdict verdict) {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("points", Text.count(verdict.points()));
    words.put("deterministic", Text.count(verdict.deterministic()));
    words.put("random", Text.count(verdict.random()));
    int between = verdict.points() - verdict.deterministic() - verdict.random() - verdict.unknown();
    words.put("between", Text.count(between));
    if (verdict.unknown() > 0) {
      words.put("unknown", Text.count(verdict.unknown()));
    }
    if (verdict.underpowered() > 0) {
      words.put("underpowered", Text.count(verdict.underpowered()));
    }
    words.put("share", percent(verdict.deterministic(), verdict));
    words.put("between_share", percent(between, verdict));
    words.put("random_share", percent(verdict.random(), verdict));
    return words;
  }

  private static String percent(int points, Verdict verdict) {
    return Text.digits(100.0 * points / verdict.points(), 3);
  }

  private static String answer(Verdict verdict) {
    if (verdict.deterministic() == verdict.points()) {
      return "Every network of this sweep may be taken for its infinite-width kernel.";
    }
    if (verdict.deterministic() == 0) {
      return "No network of this sweep may be taken for its infinite-width kernel.";
    }
    return Text.count(verdict.deterministic())
        + " of "
        + Text.count(verdict.points())
        + " networks may be taken for their infinite-width kernel.";
  }

  private static String title(Phase phase) {
    return switch (phase) {
      case ORDERED -> "Ordered, χ₁ < 1";
      case EDGE_OF_CHAOS -> "Edge of chaos, χ₁ = 1";
      case CHAOTIC -> "Chaotic, χ₁ > 1";
    };
  }

  private static String largest(TableRow row) {
    String width = row.text("width");
    return Text.digits(Verdict.ratio(row).orElseThrow(), 4)
        + " ("
        + row.text("activation")
        + ", σ_w² = "
        + Text.number(row, "sigma_w2")
        + ", σ_b² = "
        + Text.number(row, "sigma_b2")
        + ", L = "
        + row.text("depth")
        + (width.isEmpty() ? "" : ", M = " + width)
        + ")";
  }
}
