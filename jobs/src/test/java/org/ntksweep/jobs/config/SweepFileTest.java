package org.ntksweep.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ntksweep.core.estimate.Estimation;
import org.ntksweep.core.estimate.RatioInterval;
import org.ntksweep.core.estimate.bootstrap.Bootstrap;
import org.ntksweep.core.estimate.ratio.RatioEstimator;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.sampling.DenseOptions;
import org.ntksweep.core.sampling.SamplerKind;
import org.ntksweep.core.sampling.VarianceReduction;
import org.ntksweep.jobs.config.yaml.ConfigException;
import org.ntksweep.jobs.config.yaml.YamlReader;
import org.ntksweep.jobs.data.UnreadData;

class SweepFileTest {
  @TempDir private Path folder;

  @Test
  void whatAFileLeavesOutHasADefault() {
    Network point =
        new Network(Activation.RELU, 2, 0, Widths.constant(4, 10, 5), Parametrization.STANDARD);

    assertThat(Texts.minimal())
        .isEqualTo(
            new Sweep(
                "small",
                0,
                new Grid(List.of(point)),
                new Sampling(List.of(), 100, Optional.empty(), Optional.empty(), Optional.empty()),
                new Estimation(RatioEstimator.U_RATIO, new Bootstrap(1000, 0.95, 0)),
                new Output(true, false),
                new Execution(Optional.empty(), Optional.empty()),
                DenseOptions.DEFAULT,
                Optional.empty()));
  }

  @Test
  void everyKeyIsRead() {
    Sweep sweep =
        Texts.sweep(
            """
            name: every_key-1.0
            seed: -9223372036854775808
            grid:
              activation: tanh
              sigma_w2: 1.5
              sigma_b2: 0.25
              widths: [[3, 20, 40, 1]]
            cosines: [0.5, -1]
            samples: 5e2
            target_rel_error: 0.02
            max_samples: 4e4
            parametrization: ntk
            sampler: dense
            variance_reduction: none
            estimator: leave_one_out
            bootstrap: {replicates: 20, confidence: 0.9, interval: percentile}
            output: {samples: false}
            execution: {task_seconds: 2.5, wave_seconds: 90}
            initialization: uniform
            dense: {precision: float, memory: 1.5MiB}
            """);
    Network point =
        new Network(Activation.TANH, 1.5, 0.25, Widths.of(3, 20, 40, 1), Parametrization.NTK)
            .with(Initialization.UNIFORM);

    assertThat(sweep)
        .isEqualTo(
            new Sweep(
                "every_key-1.0",
                Long.MIN_VALUE,
                new Grid(List.of(point)),
                new Sampling(
                    List.of(0.5, -1.0),
                    500,
                    Optional.of(new RatioTarget(0.02, 40_000)),
                    Optional.of(SamplerKind.DENSE),
                    Optional.of(VarianceReduction.NONE)),
                new Estimation(
                    RatioEstimator.LEAVE_ONE_OUT,
                    new Bootstrap(20, 0.9, Long.MIN_VALUE),
                    RatioInterval.PERCENTILE),
                new Output(false, false),
                new Execution(Optional.of(2.5), Optional.of(90.0)),
                new DenseOptions(Precision.FLOAT, 3 << 19),
                Optional.empty()));
  }

  @Test
  void aSweepIsTheSameWhereverItIsSent() throws IOException, ClassNotFoundException {
    Sweep sweep =
        Texts.minimal("cosines=[0.5]", "target_rel_error=0.1", "execution.wave_seconds=3");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(sweep);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(sweep);
    }
  }

  @Test
  void theNameIsThatOfTheFile() throws IOException {
    Path file = folder.resolve("my.first-sweep.yaml");
    Files.writeString(file, "\uFEFF" + Texts.MINIMAL);

    assertThat(SweepFile.load(file, List.of(), UnreadData::of).sweep().name())
        .isEqualTo("my.first-sweep");
    assertThat(SweepFile.load(file, List.of("name=2024"), UnreadData::of).sweep().name())
        .isEqualTo("2024");
  }

  @Test
  void cosinesAreDistinctAndLeaveOutTheDiagonal() {
    assertThat(Texts.minimal("cosines=[1, 0.5, -0.0, 0, 1.0, 0.50, -1]").sampling().cosines())
        .containsExactly(0.5, 0.0, -1.0);
    assertThat(Texts.minimal("cosines={from: -0.5, to: 1, step: 0.5}").sampling().cosines())
        .containsExactly(-0.5, 0.0, 0.5);
  }

  @Test
  void filesThatCannotBeRead() throws IOException {
    Path missing = folder.resolve("missing.yaml");
    assertThatThrownBy(() -> SweepFile.load(missing, List.of(), UnreadData::of))
        .isInstanceOf(ConfigException.class)
        .hasMessage(missing + ": there is no such file");

    assertThatThrownBy(() -> SweepFile.load(folder, List.of(), UnreadData::of))
        .isInstanceOf(ConfigException.class)
        .hasMessage(folder + ": is a folder; a sweep file is needed");

    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, "name: Grüße".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> SweepFile.load(latin, List.of(), UnreadData::of))
        .isInstanceOf(ConfigException.class)
        .hasMessage(latin + ": is not text in UTF-8");

    Path large = folder.resolve("large.yaml");
    Files.writeString(large, " ".repeat(YamlReader.MAX_CHARACTERS + 1));
    assertThatThrownBy(() -> SweepFile.load(large, List.of(), UnreadData::of))
        .isInstanceOf(ConfigException.class)
        .hasMessage(large + ": is too large for a sweep file (above 3 MB)");
  }
}
