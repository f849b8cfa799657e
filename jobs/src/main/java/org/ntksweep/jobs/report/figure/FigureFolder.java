package org.ntksweep.jobs.report.figure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.ntksweep.jobs.shell.RequestException;

/**
 * A folder of figures. It keeps a list of those it holds, so that the next replace them and are
 * never mixed with what another run or choice has left; other files stay.
 */
final class FigureFolder {
  private static final String LIST = ".figures";
  private static final Pattern FIGURE =
      Arrays.stream(FigureFormat.values())
          .map(FigureFormat::name)
          .collect(collectingAndThen(joining("|", "[\\w-]+\\.(", ")"), Pattern::compile));

  private final Path folder;
  private final List<String> written = new ArrayList<>();

  private FigureFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The folder, made if it is not there, without the figures it held.
   *
   * @throws RequestException if there can be none
   */
  static FigureFolder empty(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new RequestException(folder + ": is no folder and none can be made there");
    }
    if (!Files.isWritable(folder)) {
      throw new RequestException(folder + ": cannot be written to");
    }
    for (String figure : listed(folder.resolve(LIST))) {
      Path file = folder.resolve(figure);
      if (!Files.isDirectory(file, NOFOLLOW_LINKS)) {
        Files.deleteIfExists(file);
      }
    }
    return new FigureFolder(folder);
  }

  /** A list may come from anywhere: what is no name of a figure is nothing to this program. */
  private static List<String> listed(Path list) throws IOException {
    return Files.isRegularFile(list, NOFOLLOW_LINKS)
        ? new String(Files.readAllBytes(list), UTF_8)
            .lines()
            .filter(FIGURE.asMatchPredicate())
            .toList()
        : List.of();
  }

  /** Writes a figure, after its name. */
  Path write(String name, byte[] figure) throws IOException {
    written.add(name);
    write(folder.resolve(LIST), String.join("\n", written).concat("\n").getBytes(UTF_8));
    return write(folder.resolve(name), figure);
  }

  /** A link in its place may lead anywhere, and goes. */
  private static Path write(Path file, byte[] bytes) throws IOException {
    Files.deleteIfExists(file);
    return Files.write(file, bytes);
  }
}
