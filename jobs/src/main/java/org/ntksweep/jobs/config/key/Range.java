package org.ntksweep.jobs.config.key;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ntksweep.jobs.config.yaml.Mapping;
import org.ntksweep.jobs.config.yaml.Shown;

/**
 * Numbers from one end to the other: {@code {from, to, step}} or {@code {from, to, count, scale}}.
 * They are computed in decimal, so that a step of 0.1 gives the very doubles that 0.1, 0.2, 0.3 ...
 * stand for, and a log scale through the decades the decades.
 */
final class Range {
  private enum Scale {
    LINEAR,
    LOG
  }

  private static final int MAX_VALUES = 1_000_000;

  private static final List<String> KEYS = List.of("from", "to", "step", "count", "scale");
  private static final ValueReader<Integer> COUNT = NumberRule.whole(1, MAX_VALUES).ints();
  private static final ValueReader<Scale> SCALE =
      Words.of(Scale.values(), scale -> scale.name().toLowerCase(Locale.ROOT));

  /** The part of a step by which the last value may miss the end, for ends that were rounded. */
  private static final BigDecimal SLACK = new BigDecimal("1e-9");

  private final Mapping source;
  private final NumberRule rule;
  private final BigDecimal from;
  private final BigDecimal to;

  private Range(Mapping source, NumberRule rule) {
    UnknownKeys.check(source, KEYS);
    this.source = source;
    this.rule = rule;
    from = rule.require(source, "from");
    to = rule.require(source, "to");
  }

  /**
   * The numbers of a range, from {@code from} to {@code to}. They are checked as they are read.
   *
   * @throws org.ntksweep.jobs.config.yaml.ConfigException if the range is not well formed, or leads
   *     to numbers that the rule does not allow
   */
  static Stream<BigDecimal> values(Mapping source, NumberRule rule) {
    return new Range(source, rule).values();
  }

  private Stream<BigDecimal> values() {
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
    return NumberRule.ANY.require(source, "step");
  }

  private Stream<BigDecimal> stepped(BigDecimal step) {
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
    return checked(
        IntStream.rangeClosed(0, steps.intValue())
            .mapToObj(i -> notBeyondEnd(from.add(step.multiply(BigDecimal.valueOf(i))))));
  }

  private BigDecimal notBeyondEnd(BigDecimal value) {
    return to.compareTo(from) >= 0 ? value.min(to) : value.max(to);
  }

  private Stream<BigDecimal> counted() {
    int count = COUNT.require(source, "count");
    if (count == 1 && from.compareTo(to) != 0) {
      throw source.error("a count of 1 leaves out " + to + "; at least 2 are needed");
    }
    Scale scale = scale();
    if (count == 1) {
      return checked(Stream.of(from));
    }
    int steps = count - 1;
    Stream<BigDecimal> all =
        switch (scale) {
          case LINEAR -> IntStream.range(0, steps).mapToObj(i -> linear(i, steps));
          case LOG -> LogScale.values(from, to, steps).map(this::rounded);
        };
    return checked(Stream.concat(all, Stream.of(to)));
  }

  private Scale scale() {
    Scale scale = source.find("scale").map(SCALE::read).orElse(Scale.LINEAR);
    if (scale == Scale.LOG && (from.signum() <= 0 || to.signum() <= 0)) {
      throw source.error("a log scale needs from and to above 0");
    }
    return scale;
  }

  /** One division, of what is exact. */
  private BigDecimal linear(int i, int steps) {
    BigDecimal sum =
        from.multiply(BigDecimal.valueOf(steps - i)).add(to.multiply(BigDecimal.valueOf(i)));
    return sum.divide(BigDecimal.valueOf(steps), MathContext.DECIMAL128);
  }

  private BigDecimal rounded(BigDecimal value) {
    return rule.whole() ? value.setScale(0, RoundingMode.HALF_UP) : value;
  }

  /** What lies between allowed numbers is allowed too, but for numbers that are not whole. */
  private Stream<BigDecimal> checked(Stream<BigDecimal> values) {
    return rule.whole() ? values.map(this::checked) : values;
  }

  private BigDecimal checked(BigDecimal value) {
    if (!rule.allows().test(value)) {
      throw source.error(
          "leads to " + Shown.text(value.toPlainString()) + "; must be " + rule.allowed());
    }
    return value;
  }
}
