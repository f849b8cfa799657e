package org.ntksweep.jobs.config.key;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.ntksweep.jobs.config.yaml.Scalar;
import org.ntksweep.jobs.config.yaml.Value;

/**
 * What a number must be. Numbers are read as the decimals that were written, so that 1e6 is a whole
 * number and ranges of decimals are exact.
 *
 * @param allowed the numbers allowed, in words
 * @param whole whether they are whole numbers
 * @param allows whether a number is allowed
 */
public record NumberRule(String allowed, boolean whole, Predicate<BigDecimal> allows)
    implements ValueReader<BigDecimal> {

  /** Any number a double can hold. */
  public static final NumberRule ANY = real("a number", v -> true);

  /** Numbers above 0. */
  public static final NumberRule POSITIVE = real("a number above 0", v -> v > 0);

  /** Numbers of at least 0. */
  public static final NumberRule NOT_NEGATIVE = real("a number of at least 0", v -> v >= 0);

  /** Numbers from -1 to 1. */
  public static final NumberRule COSINE = real("a number from -1 to 1", v -> Math.abs(v) <= 1);

  /** Numbers above 0 and below 1. */
  public static final NumberRule INSIDE_0_1 = real("a number between 0 and 1", v -> v > 0 && v < 1);

  /** Digits of ASCII. Three of an exponent cover the doubles and keep decimal arithmetic short. */
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?");

  private static final int MAX_LENGTH = 64;

  /** What a person takes for a number, of any length and size. */
  private static final Pattern WRITTEN =
      Pattern.compile("[-+]?([0-9]++\\.?[0-9]*+|\\.[0-9]++)([eE][-+]?[0-9]++)?");

  private static final String RANGE = " that a double can hold (5e-324 to 1.8e308)";
  private static final String SHORT = " in at most " + MAX_LENGTH + " characters";

  /** Numbers whose double is allowed. */
  public static NumberRule real(String allowed, DoublePredicate allows) {
    return new NumberRule(allowed, false, v -> allows.test(v.doubleValue()));
  }

  /** Whole numbers from {@code min} to {@code max}. */
  public static NumberRule whole(long min, long max) {
    return whole(String.format(Locale.ROOT, "a whole number from %,d to %,d", min, max), min, max);
  }

  /** Whole numbers from {@code min} to {@code max}, in words of one's own. */
  public static NumberRule whole(String allowed, long min, long max) {
    BigDecimal low = BigDecimal.valueOf(min);
    BigDecimal high = BigDecimal.valueOf(max);
    return new NumberRule(
        allowed, true, v -> isWhole(v) && v.compareTo(low) >= 0 && v.compareTo(high) <= 0);
  }

  private static boolean isWhole(BigDecimal number) {
    return number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0;
  }

  /** As doubles. */
  public ValueReader<Double> doubles() {
    return as(NumberRule::toDouble);
  }

  /** As whole numbers of 64 bits. */
  public ValueReader<Long> longs() {
    return as(BigDecimal::longValueExact);
  }

  /** As whole numbers of 32 bits. */
  public ValueReader<Integer> ints() {
    return as(BigDecimal::intValueExact);
  }

  /** The nearest double; zero has no sign. */
  static double toDouble(BigDecimal number) {
    return number.doubleValue() + 0.0;
  }

  @Override
  public BigDecimal read(Value value) {
    if (value instanceof Scalar scalar && isNumber(scalar)) {
      BigDecimal number = new BigDecimal(scalar.text());
      if (isInRange(number) && allows.test(number)) {
        return number;
      }
    }
    throw value.mustBe(allowed + whyNot(value));
  }

  /** What is more of a number that was written as one, and is not allowed as it is. */
  private static String whyNot(Value value) {
    if (!(value instanceof Scalar scalar)
        || scalar.quoted()
        || !WRITTEN.matcher(scalar.text()).matches()) {
      return "";
    }
    return scalar.text().length() > MAX_LENGTH
        ? SHORT
        : isNumber(scalar) && isInRange(new BigDecimal(scalar.text())) ? "" : RANGE;
  }

  private static boolean isNumber(Scalar scalar) {
    return !scalar.quoted()
        && scalar.text().length() <= MAX_LENGTH
        && NUMBER.matcher(scalar.text()).matches();
  }

  /** Whether a double can hold the number: not infinite, and zero only for zero. */
  private static boolean isInRange(BigDecimal number) {
    double value = number.doubleValue();
    return Double.isFinite(value) && (value == 0) == (number.signum() == 0);
  }
}
