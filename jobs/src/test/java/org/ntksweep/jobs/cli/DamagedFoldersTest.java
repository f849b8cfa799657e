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
import org.ntksweep.jobs.folder.seal.SealedJson;
import org.ntksweep.jobs.shell.RequestException;

/**
 * Run folders of which a file is not as the run left it, every file in every way: who looks at the
 * run gets the right rows or a line that names the file, and nobody goes on from what is damaged.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class DamagedFoldersTest extends DamagedRunTest {
  private static final List<String> TABLES = List.of("estimates", "points", "samples");

  private static final String STREAMED = "output.samples=false";

  private final Configuration hadoop = RunFolder.configuration();
  private Path gathered = Path.of("");
  private Path streamed = Path.of("");
  private Map<String, String> rows = Map.of();

  @BeforeAll
  void run() {
    gathered = run("gathered");
    streamed = run("streamed", "samples=140001", STREAMED);
    rows = TABLES.stream().collect(Collectors.toMap(table -> table, this::shown));
  }

  private Path run(String name, String... more) {
    assertThat(execute(command(name, more))).as(err()).isZero();
    return Path.of(path(name));
  }

  private static String[] command(String name, String... more) {
    String[] words = {"run", path("tiny.yaml"), "--out", path(name), "--master", "local[2]"};
    return joined(words, more);
  }

  private String shown(String table) {
    assertThat(execute(show(gathered, table))).as(err()).isZero();
    return out();
  }

  @Test
  void whoLooksGetsTheRightRowsOrALine() throws IOException {
    for (Path file : RunCopies.files(gathered)) {
      for (Map.Entry<String, Damage> damage : kinds(gathered).entrySet()) {
        Path copy = damaged(gathered, file, damage.getValue());
        String table = TABLES.contains(folderOf(file)) ? folderOf(file) : "estimates";
        int status = execute(show(copy, table));
        assertRowsOrALine(status, rows.get(table), file, damage.getKey());
        if (!Files.isRegularFile(copy.resolve(file))) {
          assertRowsOrALine(execute("report", copy.toString()), out(), file, damage.getKey());
        }
      }
    }
  }

  /** Foreign files are told of, and passed over. */
  @Test
  void strayFilesAreNotRead() throws IOException {
    Path copy = RunCopies.copy(gathered, Path.of(path("stray")));
    Path estimates = copy.resolve(RunCopies.table(copy, "estimates"));
    Files.copy(estimates, estimates.resolveSibling("000009-00000.parquet"));
    Files.copy(
        copy.resolve(RunCopies.table(copy, "points")), estimates.resolveSibling("\n.parquet"));
    assertThat(execute(show(copy, "estimates"))).as(err()).isZero();
    assertThat(out()).isEqualTo(rows.get("estimates"));
    assertThat(err().lines())
        .singleElement()
        .asString()
        .contains("estimates/?.parquet and 1 other");
  }

  /** Without checksums there are still those of pages, and the numbers of rows. */
  @Test
  void foldersOfOlderVersionsAreRead() throws IOException {
    Path older = RunCopies.unsealed(gathered, Path.of(path("older")));
    for (String table : TABLES) {
      assertThat(execute(show(older, table))).as(err()).isZero();
      assertThat(out()).isEqualTo(rows.get(table));
      Path file = RunCopies.table(older, table);
      for (Map.Entry<String, Damage> damage : kinds(gathered).entrySet()) {
        Path copy = damaged(older, file, damage.getValue());
        int status = execute(show(copy, table));
        if (!damage.getKey().equals("foreign")) {
          assertRowsOrALine(status, rows.get(table), file, "older " + damage.getKey());
        }
      }
    }
    assertThat(execute("report", older.toString())).as(err()).isZero();
  }

  /** A top-up; what may be gone on from says what it said before. */
  @Test
  void nobodyGoesOnFromWhatIsDamaged() throws IOException {
    assertNobodyGoesOnFrom(gathered, "samples=60");
    assertNobodyGoesOnFrom(streamed, "samples=150000", STREAMED);
  }

  private void assertNobodyGoesOnFrom(Path whole, String... more) throws IOException {
    SweepFile sweep = SweepFile.load(Path.of(path("tiny.yaml")), List.of(more), UnreadData::of);
    for (Path file : RunCopies.files(whole)) {
      for (Map.Entry<String, Damage> damage : kinds(whole).entrySet()) {
        Path copy = damaged(whole, file, damage.getValue());
        Map<Path, String> before = RunCopies.contents(copy);
        String what = damage.getKey() + " of " + file;
        try {
          RunFolders.check(RunFolder.at(copy.toString(), hadoop), sweep, RunMode.RESUME);
          assertThat(saysTheSame(file, whole, copy)).as(what).isTrue();
        } catch (RequestException e) {
          assertALine(e.getMessage(), file, what);
        }
        assertThat(RunCopies.contents(copy).equals(before)).as(what).isTrue();
      }
    }
  }

  /** Where a bit of a key or of white space was flipped; a page and a manifest are made again. */
  private static boolean saysTheSame(Path file, Path whole, Path copy) throws IOException {
    String name = file.toString();
    Path damaged = copy.resolve(file);
    if (name.equals("report.html") || (name.equals("manifest.json") && !Files.exists(damaged))) {
      return true;
    }
    String before = Files.readString(whole.resolve(file));
    String after = Files.readString(damaged);
    return name.endsWith(".json")
        ? SealedJson.parse(after).object().equals(SealedJson.parse(before).object())
        : SweepFile.parse(after, name, List.of()).equals(SweepFile.parse(before, name, List.of()));
  }

  private Map<String, Damage> kinds(Path whole) throws IOException {
    Path other = whole.equals(gathered) ? streamed : gathered;
    return kinds(other, "estimates");
  }
}
