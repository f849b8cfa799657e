package org.ntksweep.jobs.report.figure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.report.chart.Chart;
import org.ntksweep.jobs.report.chart.Charted;
import org.ntksweep.jobs.report.chart.Selection;
import org.ntksweep.jobs.report.chart.Selector;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.rows.Shown;
import org.ntksweep.jobs.report.template.Themes;
import org.ntksweep.jobs.shell.RequestException;
import org.ntksweep.jobs.tables.RunTable;

/** The charts of the page as files, for papers. */
public final class Figures {
  private static final int WIDTH = 640;

  private final Charted charted;
  private final Caption caption;
  private final Selection selection;
  private final Path out;
  private final FigureFormat format;
  private final List<Path> written = new ArrayList<>();

  /** Whether a cosine was chosen: charts of several draw that one alone. */
  private boolean cosine;

  private Figures(
      Charted charted, Caption caption, Selection selection, Path out, FigureFormat format) {
    this.charted = charted;
    this.caption = caption;
    this.selection = selection;
    this.out = out;
    this.format = format;
  }

  /**
   * Writes every chart that applies to a run: one file for every panel, and for every activation
   * unless one is chosen. What is not chosen is as the page opens.
   *
   * @param choices values by the names of the page's selectors, such as {@code width=200}
   * @param messages is told if some of a large sweep is left out
   * @return the files
   * @throws RequestException if there is no such choice; nothing is written then
   * @throws IOException if the folder cannot be read, or a file not written
   */
  public static List<Path> write(
      RunFolder folder,
      Map<String, String> choices,
      Path out,
      FigureFormat format,
      PrintWriter messages)
      throws IOException {
    Shown shown = Shown.of(folder.table(RunTable.ESTIMATES));
    if (!shown.note().isEmpty()) {
      messages.println("too many to draw: the figures show " + shown.note());
    }
    Selection chosen = Choices.of(Charted.selectionOf(shown.rows()), choices);
    Rows rows = shown.rows().where(Choices.rows(shown.rows(), chosen, choices.keySet()));
    Charted charted = Charted.of(rows);
    Selection selection =
        choices.containsKey("cosine")
            ? charted.selection().choosing("cosine", chosen.selector("cosine").chosen())
            : charted.selection();
    prepare(out);
    Figures figures = new Figures(charted, new Caption(rows), selection, out, format);
    figures.cosine = choices.containsKey("cosine");
    try (Headless headless = new Headless(data(charted))) {
      figures.writeAll(headless, !choices.containsKey("activation"));
    }
    return figures.written;
  }

  private static void prepare(Path out) {
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw new RequestException(out + ": is no folder and none can be made there");
    }
    if (!Files.isWritable(out)) {
      throw new RequestException(out + ": cannot be written to");
    }
  }

  private static ObjectNode data(Charted charted) {
    ObjectNode theme = (ObjectNode) Themes.of("light");
    return charted.json().set("theme", theme.put("font", "sans-serif"));
  }

  private void writeAll(Headless headless, boolean everyActivation) throws IOException {
    Selector activation = selection.selector("activation");
    for (Chart chart : charted.charts()) {
      if (!chart.followsActivation() || !everyActivation || !activation.isOpen()) {
        write(headless, chart, selection, "");
        continue;
      }
      for (int i = 0; i < activation.values().size(); i++) {
        JsonNode value = activation.values().get(i);
        write(headless, chart, selection.choosing("activation", i), value.asText());
      }
    }
  }

  private void write(Headless headless, Chart chart, Selection chosen, String activation)
      throws IOException {
    for (int panel = 0; panel < chart.panels().size(); panel++) {
      if (cosine && isOfAnotherCosine(chart.panels().get(panel), chosen)) {
        continue;
      }
      String title = caption.title(chart, chart.panels().get(panel), chosen);
      String svg = headless.svg(chart, panel, chosen.values(), title, caption.legend(chart), WIDTH);
      Path file =
          out.resolve(name(chart.name(), activation, chart.panels().get(panel)) + "." + format);
      Files.write(file, format.of(svg));
      written.add(file);
    }
  }

  private static boolean isOfAnotherCosine(Chart.Panel panel, Selection chosen) {
    Selector cosine = chosen.selector("cosine");
    return panel.parameter().equals(cosine.parameter()) && !panel.value().equals(cosine.value());
  }

  /** Such as {@code off-diagonal-tanh-cosine-0.9}. */
  private static String name(String chart, String activation, Chart.Panel panel) {
    return String.join(
        "-",
        Stream.of(chart, activation, panel.title().replace(' ', '-'))
            .filter(part -> !part.isEmpty())
            .toList());
  }
}
