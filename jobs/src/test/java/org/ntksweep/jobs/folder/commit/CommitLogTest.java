package org.ntksweep.jobs.folder.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.folder.files.FolderFiles;
import org.ntksweep.jobs.folder.seal.Digest;
import org.ntksweep.jobs.run.Fault;
import org.ntksweep.jobs.run.FaultyFileSystem;

/** Commits, with lines of text for tables. */
final class CommitLogTest {
  private static final String NOTHING = "\"moves\": [], \"removes\": []";

  /** The files each commit adds, by the folder they are put in. */
  private static final List<List<String>> ADDED =
      List.of(
          List.of("points"),
          List.of("samples", "estimates", "summaries"),
          List.of("samples", "waves/samples", "estimates", "summaries"),
          List.of("estimates"));

  /** Names that lead out of a run folder, or to what no commit may touch. */
  private static final List<String> HOSTILE =
      List.of(
          "../victim",
          "samples/../../victim",
          "/etc/passwd",
          "",
          ".",
          "..",
          "samples",
          "samples/",
          "config.yaml",
          "manifest.json",
          "waves/000001.json",
          "waves",
          "waves/samples",
          "figures/000000-00000.parquet",
          "samples/000000-00000.parquet/..",
          "samples/000001-00000.parquet",
          "samples/x.parquet",
          "samples\\000000-00000.parquet",
          "file:///etc/passwd",
          "hdfs://host/x.parquet",
          "waves/000000.incomplete/../../victim.parquet",
          "waves/000001.incomplete/samples/a.parquet",
          "waves/000000.incomplete//a.parquet",
          "samples/000000-00000.parquet\n",
          "samples/\u0660\u0660\u0660\u0660\u0660\u0660-00000.parquet",
          "\u0000");

  /** Once: what Hadoop is set to by default is read anew by each. */
  private static final Configuration HADOOP = RunFolder.configuration();

  static {
    HADOOP.set(FaultyFileSystem.SETTING, FaultyFileSystem.class.getName());
  }

  @TempDir private Path temp;
  private final Locale usual = Locale.getDefault();

  @AfterEach
  void repair() {
    Locale.setDefault(usual);
    FaultyFileSystem.suffers(Fault.NONE);
  }

  /** Also where digits are others. */
  @ParameterizedTest
  @ValueSource(strings = {"en-US", "fa-IR", "ar-EG-u-nu-arab", "my-MM", "ne-NP"})
  void filesHaveTheSameNamesEverywhere(String language) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(language));
    complete(folder("whole"));
    assertThat(tree("whole").keySet())
        .containsExactly(
            "estimates/000003-00000.parquet",
            "points/000000-00000.parquet",
            "samples/000001-00000.parquet",
            "samples/000002-00000.parquet",
            "summaries/000002-00000.parquet",
            "waves/000000.json",
            "waves/000001.json",
            "waves/000002.json",
            "waves/000003.json",
            "waves/samples/000002-00000.parquet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "fa-IR"})
  void whereverADriverIsKilledAnotherCompletesWhatItLeft(String language) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(language));
    complete(folder("whole"));
    Map<String, String> expected = tree("whole");
    int changes = 0;
    while (isKilledAfter(changes, "killed-" + changes)) {
      assertWholeTables("killed-" + changes);
      complete(folder("killed-" + changes));
      assertThat(tree("killed-" + changes)).as("after %s changes", changes).isEqualTo(expected);
      changes++;
    }
    assertThat(changes).isGreaterThan(50);
  }

  @Test
  void oneThatIsKilledAgainAndAgainGetsThere() throws IOException {
    complete(folder("whole"));
    int kills = 0;
    while (isKilledAfter(12, "a")) {
      kills++;
    }
    assertThat(tree("a")).isEqualTo(tree("whole"));
    assertThat(kills).isGreaterThan(4);
  }

  private boolean isKilledAfter(int changes, String name) {
    FaultyFileSystem.suffers(Fault.killedAfter(changes));
    try {
      complete(folder(name));
      return false;
    } catch (IOException e) {
      return true;
    } finally {
      FaultyFileSystem.suffers(Fault.NONE);
    }
  }

  @Test
  void filesNobodyCommittedGo() throws IOException {
    complete(folder("a"));
    Map<String, String> expected = tree("a");
    Files.writeString(temp.resolve("a/samples/000009-00000.parquet"), "of an earlier run");
    Files.createDirectories(temp.resolve("a/waves/000007.incomplete/samples"));
    CommitLog.open(folder("a"));
    assertThat(tree("a")).isEqualTo(expected);
    assertThat(temp.resolve("a/waves/000007.incomplete")).doesNotExist();
  }

  @Test
  void whatWasCommittedAndIsGoneOrDamagedIsTold() throws IOException {
    complete(folder("a"));
    Files.delete(temp.resolve("a/samples/000001-00000.parquet"));
    assertThatThrownBy(() -> CommitLog.open(folder("a")))
        .hasMessageContaining("samples/000001-00000.parquet: is missing");
    Files.writeString(temp.resolve("a/waves/000001.json"), "{\"number\":");
    assertThatThrownBy(() -> CommitLog.open(folder("a")))
        .hasMessageContaining("waves/000001.json: is damaged");
  }

  @Test
  void nothingIsChangedInAFolderOfWhichSomethingIsMissing() throws IOException {
    complete(folder("a"));
    Files.writeString(temp.resolve("a/samples/000009-00000.parquet"), "of nobody");
    Files.delete(temp.resolve("a/waves/000003.json"));
    Map<String, String> before = tree("a");
    assertThatThrownBy(() -> CommitLog.open(folder("a"))).hasMessageContaining("is missing");
    assertThat(tree("a")).isEqualTo(before);
    Files.delete(temp.resolve("a/waves/000001.json"));
    assertThatThrownBy(() -> CommitLog.open(folder("a")))
        .hasMessageContaining("waves/000001.json: is missing");
  }

  /** A folder may come from anywhere: every name that is none of its own tables is refused. */
  @Test
  void aCommitTouchesOnlyFilesOfItsFolder() throws IOException {
    Files.writeString(temp.resolve("victim"), "precious");
    for (String name : HOSTILE) {
      assertRefused("\"moves\": [], \"removes\": [" + json(name) + "]");
      String draft = json("waves/000000.incomplete/samples/a.parquet");
      assertRefused(
          "\"moves\": [{\"from\": " + draft + ", \"to\": " + json(name) + "}], \"removes\": []");
      String to = json("samples/000000-00000.parquet");
      assertRefused(
          "\"moves\": [{\"from\": " + json(name) + ", \"to\": " + to + "}], \"removes\": []");
    }
    for (String values :
        List.of(
            "",
            "\"moves\": null, \"removes\": null",
            "\"moves\": [{}], \"removes\": [null]",
            NOTHING + ", \"rows\": {\"samples\": -1}",
            NOTHING + ", \"progress\": [{\"at\": {\"estimated\": -7}, \"points\": [\"a\"]}]")) {
      assertRefused(values);
    }
    assertThat(temp.resolve("victim")).hasContent("precious");
  }

  /** Whatever a name is made of: none that leads out of the folder is believed. */
  @Test
  void noNameThatIsMadeUpLeadsOutOfTheFolder() throws IOException {
    Files.writeString(temp.resolve("victim"), "precious");
    String[] parts = {
      "..", ".", "samples", "waves", "~", "%2e%2e", "a[1]", "{..}", "*", "\\..", " "
    };
    Random random = new Random(15);
    for (int i = 0; i < 200; i++) {
      StringBuilder name = new StringBuilder(random.nextInt(4) == 0 ? "/" : "");
      for (int part = random.nextInt(4); part >= 0; part--) {
        name.append(parts[random.nextInt(parts.length)]).append('/');
      }
      name.append("../".repeat(5)).append("victim");
      assertRefused("\"moves\": [], \"removes\": [" + json(name.toString()) + "]");
    }
    assertThat(temp.resolve("victim")).hasContent("precious");
  }

  /** Folders of older versions have none; one that has them has them to its end. */
  @Test
  void aCommitWithoutItsChecksumIsNoneOfAFolderThatHasThem() throws IOException {
    String unsealed =
        """
        {"number": %d, "progress": [], "rows": {}, "moves": [], "removes": []%s}
        """;
    String digests = ", \"digests\": {\"samples/a\": {\"bytes\": 1, \"crc32c\": \"00000000\"}}";
    FolderFiles folder = folder("b");
    folder.write("waves/000000.json", unsealed.formatted(0, ""));
    folder.write("waves/000001.json", unsealed.formatted(1, ""));
    assertThat(CommitLog.read(folder).next()).isEqualTo(2);
    folder.write("waves/000002.json", unsealed.formatted(2, digests));
    assertThatThrownBy(() -> CommitLog.read(folder))
        .hasMessageContaining("waves/000002.json: is damaged: its checksum is missing");
    Map<String, Digest> one = Map.of("samples/a", new Digest(1, "00000000"));
    Commit sealed = new Commit(2, List.of(), Map.of(), List.of(), List.of(), one);
    folder.write("waves/000002.json", sealed.text());
    folder.write("waves/000003.json", unsealed.formatted(3, ""));
    assertThatThrownBy(() -> CommitLog.read(folder))
        .hasMessageContaining("waves/000003.json: is damaged: its checksum is missing");
  }

  /** What is said to be stored is read when a run goes on. */
  @Test
  void aPointIsNoFurtherThanTheRowsOfItsNetworks() throws IOException {
    for (long stored : new long[] {6, 7, 1_000_000_000_000_000L, Long.MAX_VALUE}) {
      FolderFiles folder = folder("c");
      folder.delete("waves");
      Map<String, PointProgress> five = Map.of("a", progress(5), "b", progress(5));
      folder.write("waves/000000.json", commit(0, five, 20).text());
      folder.write("waves/000001.json", commit(1, Map.of("a", progress(stored)), 2).text());
      CommitLog log = CommitLog.read(folder);
      if (stored == 6) {
        CommittedRows.check(log, 2);
      } else {
        assertThatThrownBy(() -> CommittedRows.check(log, 2))
            .hasMessageContaining("waves/000001.json: is damaged");
      }
    }
  }

  private static PointProgress progress(long stored) {
    return new PointProgress(stored, 0, 0, Double.NaN);
  }

  private static Commit commit(int number, Map<String, PointProgress> progress, long rows) {
    Map<String, Long> samples = Map.of("samples", rows);
    return new Commit(number, Commit.grouped(progress), samples, List.of(), List.of(), Map.of());
  }

  private void assertRefused(String values) throws IOException {
    String head = "{\"number\": 0, \"progress\": [], \"rows\": {}";
    Path commit = temp.resolve("hostile/waves/000000.json");
    Files.createDirectories(commit.getParent());
    Files.writeString(commit, head + (values.isEmpty() ? "" : ", " + values) + "}");
    assertThatThrownBy(() -> CommitLog.open(folder("hostile")))
        .as(values)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("waves/000000.json: is damaged")
        .hasMessageNotContainingAny("Exception", "org.ntksweep");
  }

  private static String json(String name) {
    return '"' + name.replace("\\", "\\\\").replace("\n", "\\n").replace("\u0000", "\\u0000") + '"';
  }

  /** Goes on from what is there. */
  private static void complete(FolderFiles folder) throws IOException {
    for (CommitLog log = CommitLog.open(folder); log.next() < ADDED.size(); ) {
      log.add(commit(folder, log));
    }
  }

  /** Estimates supersede those before in the last commit, summaries always. */
  private static Commit commit(FolderFiles folder, CommitLog log) throws IOException {
    int number = log.next();
    List<Commit.Move> moves = new ArrayList<>();
    for (String place : ADDED.get(number)) {
      String name = CommitNames.of(number) + "-00000.parquet";
      String from = log.draft() + "/" + place + "/part.parquet";
      folder.write(from, text(place, name));
      moves.add(new Commit.Move(from, place + "/" + name));
    }
    List<String> removed = new ArrayList<>(log.files("summaries"));
    if (number == ADDED.size() - 1) {
      removed = log.files("estimates");
    } else if (number == 0) {
      removed = List.of();
    }
    Map<String, PointProgress> progress = Map.of("a", new PointProgress(number, 0, number, 0.5));
    return new Commit(number, Commit.grouped(progress), Map.of(), moves, removed, Map.of());
  }

  private static String text(String place, String name) {
    return place + " of " + name + "\n";
  }

  /** What lies in a table's folder is there to its end. */
  private void assertWholeTables(String name) throws IOException {
    tree(name)
        .forEach(
            (file, text) -> {
              String place = Path.of(file).getParent().toString();
              if (file.endsWith(".parquet") && !file.contains(".incomplete")) {
                assertThat(text).isEqualTo(text(place, Path.of(file).getFileName().toString()));
              }
            });
  }

  private Map<String, String> tree(String name) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    Path folder = temp.resolve(name);
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          texts.put(folder.relativize(file).toString(), Files.readString(file));
        }
      }
    }
    return texts;
  }

  private FolderFiles folder(String name) {
    return FolderFiles.at(FaultyFileSystem.at(temp.resolve(name)), HADOOP);
  }
}
