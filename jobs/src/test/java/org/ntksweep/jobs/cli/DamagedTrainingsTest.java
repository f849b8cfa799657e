package org.ntksweep.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.data.UnreadData;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.folder.RunFolders;
import org.ntksweep.jobs.folder.RunMode;
import org.ntksweep.jobs.shell.RequestException;

/** As {@link DamagedFoldersTest}, of the tables of a sweep that trains. */
@TestInstance(Lifecycle.PER_CLASS)
final class DamagedTrainingsTest extends DamagedRunTest {
  private static final List<String> TABLES = List.of("training", "training_estimates");
  private static final String SWEEP =
      """
      grid:
        {activation: relu, sigma_w2: [1.5, 2], width: 8, depth: 3, input_dim: 4, learning_rate: 0.1}
      samples: 3
      training:
        data: {source: pairs}
        targets: signs
        steps: 2
      output: {kernels: true}
      """;

  private final Configuration hadoop = RunFolder.configuration();
  private Path whole = Path.of("");
  private Path other = Path.of("");
  private Map<String, String> rows = Map.of();

  @BeforeAll
  void run() throws IOException {
    Files.writeString(Path.of(path("trained.yaml")), SWEEP);
    whole = run("whole");
    other = run("other", "seed=2");
    rows = TABLES.stream().collect(Collectors.toMap(table -> table, this::shown));
  }

  private Path run(String name, String... more) {
    String[] words = {"run", path("trained.yaml"), "--out", path(name), "--master", "local[2]"};
    assertThat(execute(joined(words, more))).as(err()).isZero();
    return Path.of(path(name));
  }

  private String shown(String table) {
    assertThat(execute(show(whole, table))).as(err()).isZero();
    return out();
  }

  @Test
  void whoLooksGetsTheRightRowsOrALine() throws IOException {
    for (String table : TABLES) {
      Path file = RunCopies.table(whole, table);
      for (Map.Entry<String, Damage> damage : kinds(other, table).entrySet()) {
        int status = execute(show(damaged(whole, file, damage.getValue()), table));
        assertRowsOrALine(status, rows.get(table), file, damage.getKey());
      }
    }
  }

  /** A page of damaged kernels would be pictures of noise. */
  @Test
  void aPageIsDrawnOfWholeTablesAlone() throws IOException {
    String right = page(RunCopies.copy(whole, Path.of(path("undamaged"))));
    for (String table : List.of("training", "training_estimates", "kernels")) {
      Path file = RunCopies.table(whole, table);
      for (Map.Entry<String, Damage> damage : kinds(other, table).entrySet()) {
        Path copy = damaged(whole, file, damage.getValue());
        String what = damage.getKey() + " of " + file;
        String page = page(copy);
        if (page.isEmpty()) {
          assertALine(err(), file, what);
        } else {
          assertThat(page.equals(right)).as(what).isTrue();
        }
      }
    }
  }

  /** Made anew, wherever the folder is; empty if refused. */
  private String page(Path folder) throws IOException {
    return execute("report", folder.toString()) == 0
        ? Files.readString(folder.resolve("report.html")).replace(folder.toString(), "DIR")
        : "";
  }

  @Test
  void nobodyGoesOnFromWhatIsDamaged() throws IOException {
    SweepFile sweep =
        SweepFile.load(Path.of(path("trained.yaml")), List.of("samples=4"), UnreadData::of);
    for (Path file : RunCopies.files(whole)) {
      if (!file.toString().endsWith(".parquet")) {
        continue;
      }
      for (Map.Entry<String, Damage> damage : kinds(other, folderOf(file)).entrySet()) {
        Path copy = damaged(whole, file, damage.getValue());
        Map<Path, String> before = RunCopies.contents(copy);
        String what = damage.getKey() + " of " + file;
        try {
          RunFolders.check(RunFolder.at(copy.toString(), hadoop), sweep, RunMode.RESUME);
          assertThat(RunCopies.contents(copy)).as(what).isEqualTo(RunCopies.contents(whole));
        } catch (RequestException e) {
          assertALine(e.getMessage(), file, what);
        }
        assertThat(RunCopies.contents(copy).equals(before)).as(what).isTrue();
      }
    }
  }
}
