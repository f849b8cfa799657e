package org.ntksweep.jobs.config.training;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ntksweep.jobs.config.key.Axis;
import org.ntksweep.jobs.config.key.NumberRule;
import org.ntksweep.jobs.config.key.UnknownKeys;
import org.ntksweep.jobs.config.key.ValueReader;
import org.ntksweep.jobs.config.yaml.Mapping;
import org.ntksweep.jobs.config.yaml.Value;

/**
 * Where along the way networks are looked at, beside the beginning and the end.
 *
 * @param perDecade so many times in every power of ten; empty if places are listed
 * @param listed steps, or times
 * @param source where this was written
 */
record Records(OptionalInt perDecade, List<Double> listed, Value source) {
  /** How many powers of ten up to the end of gradient flow are looked at. */
  static final int DECADES_OF_TIME = 5;

  /** {@code {per_decade: k}}, or places. */
  static final ValueReader<Records> READER =
      ValueReader.of("{per_decade: 1 to 100}, or steps, or times of a flow", Records::read);

  private static final NumberRule PER_DECADE = NumberRule.whole(1, 100);

  private static Records read(Value value) {
    if (value instanceof Mapping mapping && !mapping.has("from")) {
      UnknownKeys.check(mapping, List.of("per_decade"));
      int perDecade = PER_DECADE.ints().require(mapping, "per_decade");
      return new Records(OptionalInt.of(perDecade), List.of(), value);
    }
    List<Double> places = Axis.orNone(Axis.doubles(NumberRule.NOT_NEGATIVE)).read(value);
    return new Records(OptionalInt.empty(), places, value);
  }

  /**
   * The steps to look at, rising, 0 first and the last one last.
   *
   * @throws org.ntksweep.jobs.config.yaml.ConfigException if one that is listed is none, or beyond
   *     the last
   */
  List<Long> steps(long last) {
    listed.forEach(step -> checkStep(step, last));
    LongStream between =
        perDecade.isPresent()
            ? decades(perDecade.getAsInt(), last)
            : listed.stream().mapToLong(Double::longValue);
    return LongStream.concat(LongStream.of(0, last), between).sorted().distinct().boxed().toList();
  }

  private void checkStep(double step, long last) {
    if (step != Math.rint(step) || step > last) {
      throw source.error(
          "must be whole numbers from 0 to the last of the steps, " + last + ", not " + step);
    }
  }

  private static LongStream decades(int k, long last) {
    return IntStream.iterate(0, i -> i + 1)
        .mapToLong(i -> Math.round(StrictMath.pow(10, (double) i / k)))
        .takeWhile(step -> step <= last);
  }

  /**
   * The times to look at, rising, 0 first and the last one last.
   *
   * @throws org.ntksweep.jobs.config.yaml.ConfigException if one that is listed is beyond the last
   */
  List<Double> times(double last) {
    listed.forEach(time -> checkTime(time, last));
    DoubleStream between =
        perDecade.isPresent()
            ? IntStream.rangeClosed(1, DECADES_OF_TIME * perDecade.getAsInt())
                .mapToDouble(i -> last * StrictMath.pow(10, -(double) i / perDecade.getAsInt()))
            : listed.stream().mapToDouble(Double::doubleValue);
    return DoubleStream.concat(DoubleStream.of(0, last), between)
        .sorted()
        .distinct()
        .boxed()
        .toList();
  }

  private void checkTime(double time, double last) {
    if (time > last) {
      throw source.error("must be at most the time, " + last + ", not " + time);
    }
  }
}
