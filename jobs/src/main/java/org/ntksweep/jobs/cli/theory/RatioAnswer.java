package org.ntksweep.jobs.cli.theory;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.theory.RatioBounds;
import org.ntksweep.core.theory.exact.ExactMoments;
import org.ntksweep.jobs.cli.theory.RatioQuestion.Axis;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.Columns;

/**
 * How far a network may go.
 *
 * @param law the network
 * @param question what was asked, if anything
 */
record RatioAnswer(Network law, Optional<RatioQuestion> question) {
  /** The columns of answers. */
  static final Columns<RatioAnswer> ALL = new Columns<>();

  static {
    ALL.add(
        Column.number("max_sigma_w2", "with ratio=R: largest sigma_w2 with a ratio at or below R")
            .orNull(),
        answer -> bounded(answer.maxSigmaW2()));
    ALL.add(
        Column.integer("max_depth", "the largest depth with such a ratio, all else as given")
            .orNull(),
        answer -> bounded(answer.maxDepth()));
    ALL.add(
        Column.integer("min_width", "the smallest width with such a ratio, all else as given")
            .orNull(),
        answer -> bounded(answer.minWidth()));
    ALL.add(
        Column.text("within", "what these leave open: no bound, or none that is known").orNull(),
        RatioAnswer::within);
  }

  private static double bounded(double sigmaW2) {
    return sigmaW2 > 0 && Double.isFinite(sigmaW2) ? sigmaW2 : Double.NaN;
  }

  private static Integer bounded(Optional<Integer> number) {
    return number.filter(n -> n < Integer.MAX_VALUE).orElse(null);
  }

  private Optional<RatioQuestion> asked(Axis axis) {
    return question.filter(asked -> asked.open() == null || asked.open() == axis);
  }

  /** NaN if it is not known or not asked for. */
  private double maxSigmaW2() {
    return asked(Axis.SIGMA_W2)
        .map(asked -> RatioBounds.maxSigmaW2(law, asked.bound()).orElse(Double.NaN))
        .orElse(Double.NaN);
  }

  private Optional<Integer> maxDepth() {
    return asked(Axis.DEPTH)
        .flatMap(asked -> RatioBounds.maxDepth(law, asked.bound()).stream().boxed().findFirst());
  }

  private Optional<Integer> minWidth() {
    return asked(Axis.WIDTH)
        .flatMap(asked -> RatioBounds.minWidth(law, asked.bound()).stream().boxed().findFirst());
  }

  /** Null if every answer is a number. */
  private String within() {
    if (question.isEmpty()) {
      return null;
    }
    if (!ExactMoments.applyTo(law)) {
      return String.format(
          Locale.ROOT,
          "no exact ratio is known for %s with %s weights; sample it with ntk-sweep run",
          law.activation().label(),
          law.initialization().label());
    }
    double sigmaW2 = maxSigmaW2();
    String text =
        Stream.of(
                sigmaW2 == 0 ? "no sigma_w2" : "",
                Double.isInfinite(sigmaW2) ? "every sigma_w2 up to 1000" : "",
                isUnbounded(maxDepth()) ? "every depth up to 20 widths" : "",
                isUnbounded(minWidth()) ? "no width" : "")
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("; "));
    return text.isEmpty() ? null : text;
  }

  private static boolean isUnbounded(Optional<Integer> number) {
    return number.filter(n -> n == Integer.MAX_VALUE).isPresent();
  }
}
