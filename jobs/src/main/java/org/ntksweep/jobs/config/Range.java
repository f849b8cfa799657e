package org.ntksweep.jobs.config;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Numbers from one end to the other: {@code {from, to, step}} or {@code {from, to, count, scale}}.
 * They are computed in decimal, each from the ends and not from the one before it, so that a step
 * of 0.1 gives the very doubles that 0.1, 0.2, 0.3 ... stand for.
 */
final class Range {
  private enum Scale {
    LINEAR,
    LOG
  }

  private static final int MAX_VALUES = 1_000_000;

  private static final List<String> KEYS = List.of("from", "to", "step", "count", "scale");
  private static final NumberRule COUNT = NumberRule.whole(1, MAX_VALUES);
  private static final Map<String, Scale> SCALES =
      Words.of(Scale.values(), scale -> scale.name().toLowerCase(Locale.ROOT));

  /** The part of a step by which the last value may miss the end, for ends that were rounded. */
  private static final BigDecimal SLACK = new BigDecimal("1e-9");

  /** Logarithmic steps are good to a few units in the sixteenth digit: 15 give 10, not 9.99.... */
  private static final MathContext DIGITS = new MathContext(15);

  private final Mapping source;
  private final NumberRule rule;
  private final BigDecimal from;
  private final BigDecimal to;

  private Range(Mapping source, NumberRule rule) {
    Schema.checkKeys(source, KEYS);
    this.source = source;
    this.rule = rule;
    from = rule.read(source.require("from"));
    to = rule.read(source.require("to"));
  }

  /**
   * The numbers of a range, from {@code from} to {@code to}.
   *
   * @throws ConfigException if the range is not well formed, or leads to numbers that the rule does
   *     not allow
   */
  static List<BigDecimal> values(Mapping source, NumberRule rule) {
    return new Range(source, rule).values();
  }

  private List<BigDecimal> values() {
    boolean counted = source.has("count");
    if (counted && source.has("step")) {
      throw source.error("has both step and count; give one of them");
    }
    if (!counted && source.has("scale")) {
      throw source.error("has a scale, which goes with count");
    }
    return counted ? counted() : stepped(step());
  }

  /** Whole numbers advance by 1 unless a step is given. */
  private BigDecimal step() {
    if (rule.whole() && !source.has("step")) {
      return BigDecimal.ONE;
    }
    if (!source.has("step")) {
      throw source.error("needs a step or a count");
    }
    return NumberRule.ANY.read(source.require("step"));
  }

  private List<BigDecimal> stepped(BigDecimal step) {
    int direction = to.compareTo(from);
    if (step.signum() == 0 || direction * step.signum() < 0) {
      throw source.error("steps of " + step + " do not lead from " + from + " to " + to);
    }
    BigDecimal steps =
        to.subtract(from)
            .divide(step, MathContext.DECIMAL64)
            .add(SLACK)
            .setScale(0, RoundingMode.FLOOR);
    if (steps.compareTo(BigDecimal.valueOf(MAX_VALUES)) >= 0) {
      throw source.error(String.format(Locale.ROOT, "has more than %,d values", MAX_VALUES));
    }
    return list(
        steps.intValue() + 1, i -> notBeyondEnd(from.add(step.multiply(BigDecimal.valueOf(i)))));
  }

  private BigDecimal notBeyondEnd(BigDecimal value) {
    return to.compareTo(from) >= 0 ? value.min(to) : value.max(to);
  }

  private List<BigDecimal> counted() {
    int count = COUNT.read(source.require("count")).intValueExact();
    if (count == 1 && from.compareTo(to) != 0) {
      throw source.error("a count of 1 leaves out " + to + "; at least 2 are needed");
    }
    int last = count - 1;
    IntFunction<BigDecimal> inner =
        switch (scale()) {
          case LINEAR -> i -> linear(i, last);
          case LOG -> i -> logarithmic((double) i / last);
        };
    return list(count, i -> i == 0 ? from : i == last ? to : inner.apply(i));
  }

  private Scale scale() {
    Scale scale = source.find("scale").map(v -> Words.read(v, SCALES)).orElse(Scale.LINEAR);
    if (scale == Scale.LOG && (from.signum() <= 0 || to.signum() <= 0)) {
      throw source.error("a log scale needs from and to above 0");
    }
    return scale;
  }

  private BigDecimal linear(int i, int last) {
    BigDecimal part = to.subtract(from).multiply(BigDecimal.valueOf(i));
    return from.add(part.divide(BigDecimal.valueOf(last), MathContext.DECIMAL128));
  }

  /** StrictMath: the values name points, so they may not depend on the machine. */
  private BigDecimal logarithmic(double t) {
    double value = StrictMath.pow(from.doubleValue(), 1 - t) * StrictMath.pow(to.doubleValue(), t);
    BigDecimal rounded = new BigDecimal(value, DIGITS);
    return rule.whole() ? rounded.setScale(0, RoundingMode.HALF_UP) : rounded;
  }

  private List<BigDecimal> list(int count, IntFunction<BigDecimal> value) {
    return IntStream.range(0, count).mapToObj(value).map(this::checked).toList();
  }

  private BigDecimal checked(BigDecimal value) {
    if (!rule.allows().test(value)) {
      throw source.error("leads to " + value.toPlainString() + "; must be " + rule.allowed());
    }
    return value;
  }
}
