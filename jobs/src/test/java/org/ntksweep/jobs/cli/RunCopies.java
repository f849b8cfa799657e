package org.ntksweep.jobs.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Run folders, copied and compared. */
final class RunCopies {
  /** Every byte as a character. */
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;

  private RunCopies() {}

  /** The contents of all files below a folder, by their places in it. */
  static Map<Path, String> contents(Path folder) throws IOException {
    Map<Path, String> contents = new TreeMap<>();
    for (Path file : files(folder)) {
      contents.put(file, Files.readString(folder.resolve(file), BYTES));
    }
    return contents;
  }

  /** All files below a folder, relative to it. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }

  /** A copy of a folder. */
  static Path copy(Path folder, Path copy) throws IOException {
    for (Path file : files(folder)) {
      Path target = copy.resolve(file);
      Files.createDirectories(target.getParent());
      Files.copy(folder.resolve(file), target);
    }
    return copy;
  }

  /** A copy as older versions would have left it: without a checksum anywhere. */
  static Path unsealed(Path folder, Path copy) throws IOException {
    copy(folder, copy);
    for (Path file : files(copy)) {
      if (!file.toString().endsWith(".parquet")) {
        Path text = copy.resolve(file);
        Files.writeString(
            text,
            Files.readString(text)
                .replaceFirst("# crc32c: .*\n", "")
                .replaceFirst(",\"digests\":\\{.*\\}(?=,\"crc32c\")", "")
                .replaceFirst(",\\s*\"crc32c\" ?: ?\"[0-9a-f]*\"(?=\\s*\\}\\s*$)", ""));
      }
    }
    return copy;
  }

  /** The first file of a table. */
  static Path table(Path folder, String table) throws IOException {
    return files(folder).stream().filter(file -> file.startsWith(table)).findFirst().orElseThrow();
  }
}
