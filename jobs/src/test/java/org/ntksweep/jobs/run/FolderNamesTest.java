package org.ntksweep.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.folder.RunFolders;
import org.ntksweep.jobs.folder.RunMode;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.tables.RunTable;
import org.ntksweep.jobs.tables.TableRow;

/** A folder may have any name a disk takes, beside folders its name would match as a pattern. */
final class FolderNamesTest extends SparkTest {
  private static final List<String> NAMES =
      List.of(
          "h[1]",
          "{x,y}",
          "a\\b",
          "run?",
          "*",
          "%41",
          "a:b",
          "k=v",
          "_a b'c\"$;#",
          "\u0444\u0430\u0439\u043b",
          "-rf",
          "a\nb");

  private static final SweepFile FEW = sweep("samples=8");
  private static final SweepFile MORE = sweep("samples=12");
  @TempDir private Path temp;
  private List<TableRow> expected = List.of();

  /** What patterns would find instead: a run of another seed, in place of every other name. */
  @BeforeEach
  void runBeside() throws IOException {
    for (String decoy : List.of("h1", "x", "run1", "ab", "A")) {
      if (decoy.equals("h1")) {
        run(decoy, sweep("seed=8"), RunMode.NEW);
      } else {
        copy(temp.resolve("h1"), temp.resolve(decoy));
      }
    }
    run("plain", FEW, RunMode.NEW);
    run("plain", MORE, RunMode.RESUME);
    expected = rows("plain");
  }

  @Test
  void aRunIsMadeGoneOnWithAndReadUnderAnyName() throws IOException {
    List<String> names = Stream.concat(NAMES.stream(), madeUp()).toList();
    try (Warnings warnings = new Warnings()) {
      for (String name : names) {
        run(name, FEW, RunMode.NEW);
        run(name, MORE, RunMode.RESUME);
        assertThat(rows(name)).as(name).isEqualTo(expected);
        run(name, MORE, RunMode.OVERWRITE);
        assertThat(rows(name)).as(name).isEqualTo(expected);
        assertThat(warnings.told()).as(name).isEmpty();
      }
    }
    assertThat(temp.toFile().list()).hasSize(names.size() + 6);
  }

  /** Names of what patterns, shells and URIs take for their own. */
  private static Stream<String> madeUp() {
    String letters = "ab1[]{}*?\\,-!^%&=+@:;#'\" $~|<>()";
    Random random = new Random(15);
    return IntStream.range(0, 5)
        .mapToObj(
            i ->
                i
                    + random
                        .ints(6, 0, letters.length())
                        .mapToObj(at -> letters.substring(at, at + 1))
                        .collect(Collectors.joining()));
  }

  private static SweepFile sweep(String override) {
    return Sweeps.small("grid.activation=relu", "grid.depth=3", "grid.sigma_w2=1.5", override);
  }

  private void run(String name, SweepFile sweep, RunMode mode) {
    RunFolder folder = folder(name);
    RunFolders.check(folder, sweep, mode);
    RunFolders.checkWritable(folder);
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    SweepRun.run(
        spark,
        Points.of(sweep.sweep()),
        sweep,
        folder,
        mode,
        new Invocation("0", "", "test", nowhere, false));
  }

  private List<TableRow> rows(String name) throws IOException {
    List<TableRow> rows = new ArrayList<>();
    for (RunTable table : List.of(RunTable.ESTIMATES, RunTable.POINTS)) {
      folder(name).table(table).read(rows::add);
    }
    return rows;
  }

  private RunFolder folder(String name) {
    return RunFolder.at(temp.resolve(name).toString(), RunFolder.configuration());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
