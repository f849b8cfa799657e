package org.ntksweep.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.network.Initialization;

/** The sweep files that come with the program. */
class ConfFolderTest {
  private static SweepFile load(String name) {
    return SweepFile.load(Path.of("..", "conf", name + ".yaml"), List.of());
  }

  @Test
  void quickstart() {
    Sweep sweep = load("quickstart").sweep();

    assertThat(sweep.name()).isEqualTo("quickstart");
    assertThat(sweep.points()).hasSize(24);
    assertThat(sweep.cosines()).hasSize(2);
  }

  @Test
  void icml2022Figure1() {
    SweepFile file = load("icml2022-figure-1");
    Sweep sweep = file.sweep();

    assertThat(sweep.points())
        .hasSize(16 * (99 + 199 + 499))
        .hasSize(12_752)
        .doesNotHaveDuplicates();
    assertThat(sweep.points()).allMatch(point -> point.widths().inputDim() == point.widths().at(1));
    assertThat(sweep.points()).allMatch(point -> point.depth() <= point.widths().at(1));
    assertThat(sweep.cosines()).isEmpty();
    assertThat(sweep.sampler()).isEqualTo(Optional.empty());
    assertThat(SweepFile.parse(file.resolvedYaml(), "config.yaml", List.of())).isEqualTo(file);
  }

  @Test
  void initializations() {
    assertThat(load("initializations").sweep().points())
        .hasSize(10)
        .allMatch(point -> point.initialization() == Initialization.GAUSSIAN);
  }
}
