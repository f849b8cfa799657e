package org.ntksweep.jobs.config.grid;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.ntksweep.jobs.config.key.Axis;
import org.ntksweep.jobs.config.key.NumberRule;
import org.ntksweep.jobs.config.key.ValueReader;
import org.ntksweep.jobs.config.yaml.Mapping;
import org.ntksweep.jobs.config.yaml.Scalar;
import org.ntksweep.jobs.config.yaml.Value;

/** Sizes that may depend on the width: depths and input dimensions. */
@FunctionalInterface
public interface Sizes extends IntFunction<List<Integer>> {
  /** Digits of numbers in messages. */
  MathContext SHOWN = new MathContext(6);

  /** What any width, depth or input dimension must be. */
  NumberRule SIZE = NumberRule.whole(1, 1_000_000);

  /** Sizes as they are, or a range of them that ends at the width. */
  ValueReader<Sizes> NUMBERS =
      ValueReader.of(SIZE.allowed() + " (a range may end at the width)", Sizes::numbers);

  /** Sizes as ratios to the width. */
  ValueReader<Sizes> RATIOS = ValueReader.of(NumberRule.POSITIVE.allowed(), Sizes::ratios);

  /** The sizes at a width, in the order written; ratios may give one twice. */
  @Override
  List<Integer> apply(int width);

  private static Sizes numbers(Value value) {
    if (value instanceof Mapping range && endsAtWidth(range)) {
      return width -> Axis.integers(SIZE).read(range.with("to", endAt(range, width)));
    }
    List<Integer> sizes = Axis.integers(SIZE).read(value);
    return width -> sizes;
  }

  private static boolean endsAtWidth(Mapping range) {
    return range.find("to").filter(to -> to.text().equals("width")).isPresent();
  }

  private static Value endAt(Mapping range, int width) {
    return new Scalar(range.pathOf("to"), range.place(), Integer.toString(width), false);
  }

  private static Sizes ratios(Value value) {
    List<BigDecimal> ratios = Axis.decimals(NumberRule.POSITIVE).read(value);
    return width -> ratios.stream().map(ratio -> scaled(value, ratio, width)).toList();
  }

  /** Rounding may move a size by half of it, no more: 0.01 of 15 is no 1. */
  private static int scaled(Value value, BigDecimal ratio, int width) {
    BigDecimal exact = ratio.multiply(BigDecimal.valueOf(width));
    BigDecimal size = exact.setScale(0, RoundingMode.HALF_UP);
    BigDecimal moved = size.subtract(exact).abs();
    if (!SIZE.allows().test(size) || moved.add(moved).compareTo(exact) > 0) {
      throw value.error(
          String.format(
              Locale.ROOT,
              "%s at width %d gives %s; must give %s",
              shown(ratio),
              width,
              shown(exact),
              SIZE.allowed()));
    }
    return size.intValueExact();
  }

  private static String shown(BigDecimal number) {
    BigDecimal rounded = number.round(SHOWN).stripTrailingZeros();
    return Math.abs(rounded.precision() - rounded.scale()) < 12
        ? rounded.toPlainString()
        : rounded.toString();
  }
}
