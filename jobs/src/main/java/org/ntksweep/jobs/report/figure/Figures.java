package org.ntksweep.jobs.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
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

  private Figures() {}

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
    try (Studio studio = new Studio()) {
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
              ? Choices.in(TrainedSweep.of(folder, shown.rows()), choices)
              : Choices.restrict(shown.rows(), Charted.of(shown.rows()), choices);
      List<Picture> pictures = pictures(charted, choices.keySet());
      FigureFolder figures = FigureFolder.empty(out);
      ObjectNode data = charted.json().set("theme", Themes.print(size.fontSize()));
      for (Future<List<Figure>> chart : begin(studio, data, pictures, size)) {
        for (Figure figure : Studio.finished(chart)) {
          written.accept(figures.write(figure.name() + "." + format, format.of(figure.svg())));
        }
      }
    }
  }

  /** A picture that is drawn. */
  private record Figure(String name, String svg) {}

  /** Panels of one chart are drawn by one, who has begun it. */
  private static Collection<List<Picture>> byChart(List<Picture> pictures) {
    return pictures.stream()
        .collect(
            Collectors.groupingBy(
                picture -> picture.chart().name(), LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  private static List<Future<List<Figure>>> begin(
      Studio studio, ObjectNode data, List<Picture> pictures, FigureSize size) {
    return byChart(pictures).stream()
        .map(ofAChart -> studio.begin(data, headless -> drawn(headless, ofAChart, size)))
        .toList();
  }

  private static List<Figure> drawn(Headless headless, List<Picture> pictures, FigureSize size) {
    return pictures.stream()
        .map(
            picture ->
                new Figure(
                    picture.name(),
                    headless.svg(
                        picture.chart(), picture.panel(), picture.chosen().values(), size)))
        .toList();
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
}
