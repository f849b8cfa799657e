package org.ntksweep.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Copies of run folders with one file that is not as it was left, and what is said of them. */
abstract class DamagedRunTest extends CommandLineTest {
  private static final int FLIPS = 4;
  private static final long SEED = 7;

  private int copies;

  /** All kinds of damage; the foreign file is of a table of another run. */
  static Map<String, Damage> kinds(Path other, String table) throws IOException {
    return Damage.kinds(other.resolve(RunCopies.table(other, table)), FLIPS, SEED);
  }

  Path damaged(Path whole, Path file, Damage damage) throws IOException {
    Path copy = RunCopies.copy(whole, Path.of(path("copy-" + copies++)));
    damage.to(copy.resolve(file));
    return copy;
  }

  static String[] show(Path folder, String table) {
    return new String[] {"show", folder.toString(), "--table", table, "--format", "csv"};
  }

  static String folderOf(Path file) {
    return file.getNameCount() == 1 ? "" : file.getName(0).toString();
  }

  void assertRowsOrALine(int status, String expected, Path file, String damage) {
    String what = damage + " of " + file;
    if (status == 0) {
      assertThat(out().equals(expected)).as(what).isTrue();
    } else {
      assertThat(status).as(what).isIn(1, 2);
      assertALine(err(), file, what);
    }
  }

  static void assertALine(String told, Path file, String what) {
    assertThat(told).as(what).doesNotContainPattern("\tat |Exception|parquet\\.|WARN");
    assertThat(told.lines().filter(line -> line.contains(file.toString()))).as(told).hasSize(1);
    assertThat(told.strip().lines().count()).as(told).isLessThanOrEqualTo(2);
  }
}
