package org.ntksweep.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.jobs.data.DataRequest;
import org.ntksweep.jobs.data.SweepData;
import org.ntksweep.jobs.data.file.DataFiles;

/** The sweep files that come with the program. */
class ConfFolderTest {
  private static final Path ROOT = Path.of("..");

  private static SweepFile load(String name) {
    return SweepFile.load(
        ROOT.resolve("conf").resolve(name + ".yaml"), List.of(), ConfFolderTest::read);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files =
        Files.list(Path.of("..", "conf")).filter(file -> file.toString().endsWith(".yaml"))) {
      return files.sorted().toList();
    }
  }

  /** Data as they are found from the folder that holds the project. */
  private static SweepData read(DataRequest request) {
    String location = ROOT.resolve(request.location()).toString();
    return new DataFiles(new Configuration())
        .read(
            new DataRequest(
                location, request.choice(), request.tests(), request.inputs(), request.targets()));
  }

  /** Every file is a sweep, and named like it. */
  @ParameterizedTest
  @MethodSource("files")
  void isASweep(Path path) {
    SweepFile file = SweepFile.load(path, List.of(), ConfFolderTest::read);

    assertThat(path.getFileName()).hasToString(file.sweep().name() + ".yaml");
    assertThat(SweepFile.parse(file.resolvedYaml(), "config.yaml", List.of(), ConfFolderTest::read))
        .isEqualTo(file);
  }

  /** Appendix B.2: three architectures of one mean width. */
  @Test
  void icml2022Figure6() {
    Sweep sweep = load("icml2022-figure-6").sweep();

    assertThat(sweep.points()).hasSize(8 * 3 * 30);
    assertThat(sweep.points())
        .extracting(point -> point.widths().toString())
        .contains("100,140,180,220,260,300,340,380,420,460,1")
        .contains("500,460,420,380,340,300,260,220,180,140,1");
  }

  @Test
  void quickstart() {
    Sweep sweep = load("quickstart").sweep();

    assertThat(sweep.name()).isEqualTo("quickstart");
    assertThat(sweep.points()).hasSize(24);
    assertThat(sweep.sampling().cosines()).hasSize(2);
  }

  @Test
  void icml2022Figure1() {
    Sweep sweep = load("icml2022-figure-1").sweep();

    assertThat(sweep.points())
        .hasSize(16 * (99 + 199 + 499))
        .hasSize(12_752)
        .doesNotHaveDuplicates();
    assertThat(sweep.points()).allMatch(point -> point.widths().inputDim() == point.widths().at(1));
    assertThat(sweep.points()).allMatch(point -> point.depth() <= point.widths().at(1));
    assertThat(sweep.sampling().cosines()).isEmpty();
    assertThat(sweep.sampling().sampler()).isEqualTo(Optional.empty());
  }

  @Test
  void initializations() {
    assertThat(load("initializations").sweep().points())
        .hasSize(10)
        .allMatch(point -> point.initialization() == Initialization.GAUSSIAN);
  }
}
