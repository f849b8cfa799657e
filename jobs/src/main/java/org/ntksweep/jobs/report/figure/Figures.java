package org.ntksweep.jobs.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.report.chart.Chart;
import org.ntksweep.jobs.report.chart.Charted;
import org.ntksweep.jobs.report.chart.Selection;
import org.ntksweep.jobs.report.chart.Selector;
import org.ntksweep.jobs.report.rows.Shown;
import org.ntksweep.jobs.report.template.Themes;
import org.ntksweep.jobs.report.training.chart.TrainedSweep;
import org.ntksweep.jobs.shell.RequestException;
import org.ntksweep.jobs.tables.RunTable;

/** The charts of the page as files, for papers. */
public final class Figures {
  private static final String ACTIVATION = "activation";

  private final Headless headless;
  private final FigureSize size;
  private final FigureFormat format;
  private final FigureFolder out;
  private final Consumer<Path> written;

  private Figures(
      Headless headless,
      FigureSize size,
      FigureFormat format,
      FigureFolder out,
      Consumer<Path> written) {
    this.headless = headless;
    this.size = size;
    this.format = format;
    this.out = out;
    this.written = written;
  }

  /** A picture to draw. */
  private record Picture(Chart chart, int panel, Selection chosen, String activation) {
    /** Such as {@code off-diagonal-tanh-cosine-0.9}. */
    String name() {
      String title = chart.panels().get(panel).title().replace(' ', '-');
      return Stream.of(chart.name(), activation, title)
          .filter(part -> !part.isEmpty())
          .collect(Collectors.joining("-"));
    }

    /** Whether it is of another value than the one chosen of a selector. */
    boolean isOfAnother(String name) {
      Selector selector = chosen.selector(name);
      Chart.Panel own = chart.panels().get(panel);
      return own.parameter().equals(selector.parameter()) && !own.value().equals(selector.value());
    }
  }

  /**
   * Writes every chart that applies to a run, in place of those that the folder held: one file for
   * every panel, and for every activation unless one is chosen. What is not chosen is as the page
   * opens.
   *
   * @param choices values by the names of the page's selectors, such as {@code width=200}
   * @param messages is told if some of a large sweep is left out
   * @param written is told of every file when it is there
   * @throws RequestException if there is no such choice; nothing is written then
   * @throws IOException if the folder cannot be read, or a file not written
   */
  public static void write(
      RunFolder folder,
      Map<String, String> choices,
      Path out,
      FigureFormat format,
      FigureSize size,
      PrintWriter messages,
      Consumer<Path> written)
      throws IOException {
    boolean trains = folder.manifest().trains();
    Shown shown =
        trains
            ? TrainedSweep.shown(folder.table(RunTable.TRAINING_ESTIMATES))
            : Shown.of(folder.table(RunTable.ESTIMATES));
    if (!shown.note().isEmpty()) {
      messages.println("too many to draw: the figures show " + shown.note());
    }
    Charted charted =
        trains
            ? Choices.in(TrainedSweep.of(shown.rows()), choices)
            : Choices.restrict(shown.rows(), Charted.of(shown.rows()), choices);
    List<Picture> pictures = pictures(charted, choices.keySet());
    FigureFolder figures = FigureFolder.empty(out);
    ObjectNode data = charted.json().set("theme", Themes.print(size.fontSize()));
    try (Headless headless = new Headless(data)) {
      Figures all = new Figures(headless, size, format, figures, written);
      for (Picture picture : pictures) {
        all.write(picture);
      }
    }
  }

  private static List<Picture> pictures(Charted charted, Set<String> chosen) {
    return charted.charts().stream()
        .flatMap(chart -> pictures(chart, charted.selection(), chosen.contains(ACTIVATION)))
        .filter(picture -> chosen.stream().noneMatch(picture::isOfAnother))
        .toList();
  }

  private static Stream<Picture> pictures(Chart chart, Selection selection, boolean isChosen) {
    Selector activation = selection.selector(ACTIVATION);
    if (!chart.followsActivation() || isChosen || !activation.isOpen()) {
      return panels(chart, selection, "");
    }
    return IntStream.range(0, activation.values().size())
        .boxed()
        .flatMap(
            i ->
                panels(
                    chart, selection.choosing(ACTIVATION, i), activation.values().get(i).asText()));
  }

  private static Stream<Picture> panels(Chart chart, Selection chosen, String activation) {
    return IntStream.range(0, chart.panels().size())
        .mapToObj(panel -> new Picture(chart, panel, chosen, activation));
  }

  private void write(Picture picture) throws IOException {
    String svg = headless.svg(picture.chart(), picture.panel(), picture.chosen().values(), size);
    written.accept(out.write(picture.name() + "." + format, format.of(svg)));
  }
}
