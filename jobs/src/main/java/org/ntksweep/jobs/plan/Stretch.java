package org.ntksweep.jobs.plan;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ntksweep.jobs.config.Sweep;

/**
 * Consecutive samples of one point of a sweep.
 *
 * @param point the place of the point in the sweep, from 0
 * @param from the number of the first sample, at least 0
 * @param to the number after the last sample, above {@code from}
 */
public record Stretch(int point, long from, long to) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,9}):(\\d{1,18})-(\\d{1,18})");

  /** Checks the range. */
  public Stretch {
    if (point < 0) {
      throw new IllegalArgumentException("point " + point + ": must be at least 0");
    }
    if (from < 0 || from >= to) {
      throw new IllegalArgumentException("samples [" + from + ", " + to + "): an empty range");
    }
  }

  /** All samples of a sweep: for every point as many as the file asks for. */
  public static List<Stretch> all(Sweep sweep) {
    long samples = sweep.firstSamples();
    return IntStream.range(0, sweep.points().size())
        .mapToObj(point -> new Stretch(point, 0, samples))
        .toList();
  }

  /** Stretches as text, such as {@code 0:0-500,1:250-500}. */
  public static String write(List<Stretch> stretches) {
    return stretches.stream()
        .map(s -> s.point + ":" + s.from + "-" + s.to)
        .collect(Collectors.joining(","));
  }

  /**
   * The stretches of a text.
   *
   * @throws IllegalArgumentException if it was not written by {@link #write}
   */
  public static List<Stretch> read(String text) {
    return Pattern.compile(",").splitAsStream(text).map(Stretch::readOne).toList();
  }

  private static Stretch readOne(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "': a stretch is written point:from-to, such as 0:0-500");
    }
    return new Stretch(
        Integer.parseInt(parts.group(1)),
        Long.parseLong(parts.group(2)),
        Long.parseLong(parts.group(3)));
  }

  /** How many samples there are. */
  public long samples() {
    return to - from;
  }
}
