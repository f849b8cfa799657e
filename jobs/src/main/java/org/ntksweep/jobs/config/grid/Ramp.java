package org.ntksweep.jobs.config.grid;

import java.util.List;
import java.util.stream.IntStream;
import org.ntksweep.core.network.Widths;
import org.ntksweep.jobs.config.key.Axis;
import org.ntksweep.jobs.config.key.UnknownKeys;
import org.ntksweep.jobs.config.yaml.Mapping;

/**
 * Networks whose widths change evenly over their depth, {@code {from, to, depth}}:
 *
 * <pre>n_l = from + ceil(l (to - from) / L)  for l &lt; L,   n_L = 1</pre>
 *
 * <p>as in Figure 6 of Seleznova and Kutyniok (ICML 2022). The depths are distinct, each a network
 * of its own.
 */
record Ramp(int from, int to, List<Integer> depths) {
  private static final List<String> KEYS = List.of("from", "to", "depth");

  /**
   * Reads a ramp.
   *
   * @throws org.ntksweep.jobs.config.yaml.ConfigException if a key is missing, unknown or has a
   *     value that is not allowed
   */
  static Ramp read(Mapping mapping) {
    UnknownKeys.check(mapping, KEYS);
    return new Ramp(
        Sizes.SIZE.ints().require(mapping, "from"),
        Sizes.SIZE.ints().require(mapping, "to"),
        Axis.integers(Sizes.SIZE).require(mapping, "depth"));
  }

  /** Layers of all networks together, that of the inputs counted. */
  long layers() {
    return depths.stream().mapToLong(depth -> depth + 1L).sum();
  }

  /** The networks, by depth. */
  List<Widths> networks() {
    return depths.stream().map(this::ofDepth).toList();
  }

  private Widths ofDepth(int depth) {
    return Widths.of(IntStream.rangeClosed(0, depth).map(l -> width(l, depth)).toArray());
  }

  private int width(int l, int depth) {
    return l == depth ? 1 : from - (int) Math.floorDiv((long) l * (from - to), (long) depth);
  }
}
