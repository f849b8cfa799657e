package org.ntksweep.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.ntksweep.core.network.Network;
import org.ntksweep.jobs.config.yaml.ConfigException;

/** A small sweep file, and sweeps made from it. */
final class Texts {
  static final String MINIMAL =
      """
      grid:
        activation: relu
        sigma_w2: 2.0
        width: 10
        depth: 5
        input_dim: 4
      samples: 100
      """;

  private Texts() {}

  static Sweep sweep(String text, String... overrides) {
    return SweepFile.parse(text, "conf/small.yaml", List.of(overrides)).sweep();
  }

  /** The minimal sweep with overrides. */
  static Sweep minimal(String... overrides) {
    return sweep(MINIMAL, overrides);
  }

  /** What is told of a text that is no sweep. */
  static String refusal(String text, String... overrides) {
    Throwable error = catchThrowable(() -> SweepFile.parse(text, "bad.yaml", List.of(overrides)));
    assertThat(error).isInstanceOf(ConfigException.class);
    return error.getMessage();
  }

  /** The minimal sweep with another line, or with several that | parts. */
  static String edited(String line, String replacement) {
    assertThat(MINIMAL).contains(line);
    return MINIMAL.replace(line, replacement.replace('|', '\n'));
  }

  static List<Double> sigmaW2s(Sweep sweep) {
    return sweep.points().stream().map(Network::sigmaW2).distinct().toList();
  }

  static List<Integer> depths(Sweep sweep) {
    return sweep.points().stream().map(Network::depth).toList();
  }

  /** The widths of the points, as tables write them. */
  static List<String> widths(Sweep sweep) {
    return sweep.points().stream().map(point -> point.widths().toString()).toList();
  }
}
