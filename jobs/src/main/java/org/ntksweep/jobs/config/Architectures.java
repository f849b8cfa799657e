package org.ntksweep.jobs.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.ntksweep.core.network.Widths;

/**
 * The widths of a grid's networks: either listed network by network, {@linkplain Ramp ramps} among
 * them, or every combination of width, input dimension and depth, where the latter two may depend
 * on the width.
 */
final class Architectures {
  private static final int MAX_SIZE = 1_000_000;

  /** Widths are kept in memory, four bytes a layer. */
  private static final long MAX_LAYERS = 50_000_000;

  private static final NumberRule SIZE = NumberRule.whole(1, MAX_SIZE);

  private final Mapping grid;
  private final IntFunction<List<Integer>> inputDims;
  private final IntFunction<List<Integer>> depths;

  private Architectures(Mapping grid) {
    this.grid = grid;
    inputDims = ofWidth("input_dim", "alpha0");
    depths = ofWidth("depth", "depth_to_width");
  }

  /**
   * The distinct architectures of a grid.
   *
   * @throws ConfigException if they are incomplete, not allowed or too large to hold
   */
  static List<Widths> read(Mapping grid) {
    return grid.find("widths")
        .map(Architectures::listed)
        .orElseGet(() -> new Architectures(grid).combined());
  }

  private static List<Widths> listed(Value value) {
    boolean single = value.items().stream().allMatch(Scalar.class::isInstance);
    List<Value> networks = single ? List.of(value) : value.items();
    checkMemory(value, networks.stream().mapToLong(Architectures::layers).sum());
    return networks.stream().flatMap(Architectures::networks).distinct().toList();
  }

  private static long layers(Value value) {
    return value instanceof Mapping ramp ? Ramp.read(ramp, SIZE).layers() : value.items().size();
  }

  private static Stream<Widths> networks(Value value) {
    return value instanceof Mapping ramp
        ? Ramp.read(ramp, SIZE).networks().stream()
        : Stream.of(network(value));
  }

  private static Widths network(Value value) {
    int[] widths = value.items().stream().mapToInt(Architectures::size).toArray();
    try {
      return Widths.of(widths);
    } catch (IllegalArgumentException e) {
      throw value.error(e.getMessage());
    }
  }

  private static int size(Value value) {
    return SIZE.read(value).intValueExact();
  }

  private List<Widths> combined() {
    List<Integer> widths = Axis.integers(grid.require("width"), SIZE);
    checkMemory(widths);
    Set<Widths> distinct = new LinkedHashSet<>();
    for (int width : widths) {
      for (int inputDim : inputDims.apply(width)) {
        for (int depth : depths.apply(width)) {
          distinct.add(Widths.constant(inputDim, width, depth));
        }
      }
    }
    return List.copyOf(distinct);
  }

  private void checkMemory(List<Integer> widths) {
    long layers = 0;
    for (int width : widths) {
      long perInput = depths.apply(width).stream().mapToLong(depth -> depth + 1).sum();
      layers += perInput * inputDims.apply(width).size();
      checkMemory(grid, layers);
    }
  }

  private static void checkMemory(Value networks, long layers) {
    if (layers > MAX_LAYERS) {
      throw networks.error(
          String.format(
              Locale.ROOT, "its networks have more than %,d layers in total", MAX_LAYERS));
    }
  }

  /** The sizes for a width: given as they are by one key, or as ratios to the width by another. */
  private IntFunction<List<Integer>> ofWidth(String key, String ratioKey) {
    return grid.find(key)
        .map(Architectures::sizes)
        .or(() -> grid.find(ratioKey).map(Architectures::ratios))
        .orElseThrow(
            () -> grid.error("needs " + key + " or " + ratioKey + " (or widths, which has both)"));
  }

  private static IntFunction<List<Integer>> sizes(Value value) {
    if (value instanceof Mapping range && endsAtWidth(range)) {
      return width -> Axis.integers(range.with("to", endAt(range, width)), SIZE);
    }
    List<Integer> sizes = Axis.integers(value, SIZE);
    return width -> sizes;
  }

  private static boolean endsAtWidth(Mapping range) {
    return range.find("to").map(Value::yaml).filter("width"::equals).isPresent();
  }

  private static Value endAt(Mapping range, int width) {
    return new Scalar(range.pathOf("to"), range.place(), Integer.toString(width), false);
  }

  private static IntFunction<List<Integer>> ratios(Value value) {
    List<BigDecimal> ratios = Axis.numbers(value, NumberRule.POSITIVE);
    return width -> ratios.stream().map(ratio -> scaled(value, ratio, width)).distinct().toList();
  }

  private static int scaled(Value value, BigDecimal ratio, int width) {
    BigDecimal size =
        ratio
            .multiply(BigDecimal.valueOf(width))
            .setScale(0, RoundingMode.HALF_UP)
            .max(BigDecimal.ONE);
    if (!SIZE.allows().test(size)) {
      throw value.error(
          ratio + " at width " + width + " gives " + size + "; must give " + SIZE.allowed());
    }
    return size.intValueExact();
  }
}
