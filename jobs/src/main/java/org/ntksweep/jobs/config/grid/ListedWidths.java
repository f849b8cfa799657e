package org.ntksweep.jobs.config.grid;

import java.util.List;
import java.util.stream.Stream;
import org.ntksweep.core.network.Widths;
import org.ntksweep.jobs.config.key.ValueReader;
import org.ntksweep.jobs.config.yaml.Mapping;
import org.ntksweep.jobs.config.yaml.Scalar;
import org.ntksweep.jobs.config.yaml.Value;

/** Architectures listed network by network, {@linkplain Ramp ramps} among them. */
public final class ListedWidths {
  /** The distinct architectures, in the order written. */
  public static final ValueReader<List<Widths>> READER =
      ValueReader.of(
          "widths [n_0, ..., n_L], a list of such lists, or ramps {from, to, depth}",
          ListedWidths::read);

  private ListedWidths() {}

  private static List<Widths> read(Value value) {
    boolean single = value.items().stream().allMatch(Scalar.class::isInstance);
    List<Value> networks = single ? List.of(value) : value.items();
    Layers.check(value, networks.stream().mapToLong(ListedWidths::layers).sum());
    return networks.stream().flatMap(ListedWidths::networks).distinct().toList();
  }

  private static long layers(Value value) {
    return value instanceof Mapping ramp ? Ramp.read(ramp).layers() : value.items().size();
  }

  private static Stream<Widths> networks(Value value) {
    return value instanceof Mapping ramp
        ? Ramp.read(ramp).networks().stream()
        : Stream.of(network(value));
  }

  private static Widths network(Value value) {
    int[] widths = value.items().stream().mapToInt(Sizes.SIZE.ints()::read).toArray();
    if (widths.length < 2) {
      throw value.error("needs an input dimension and the outputs at least, not " + value.shown());
    }
    return Widths.of(widths);
  }
}
