package org.ntksweep.jobs.report.figure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.ntksweep.jobs.report.chart.Chart;
import org.ntksweep.jobs.report.template.Resources;

/**
 * Vega without a browser. It has no access to files or the network, and none to Java but a ruler
 * for text. Not safe for use by several threads.
 */
public final class Headless implements AutoCloseable {
  private static final FontRenderContext RULER = new FontRenderContext(null, true, true);

  /** What Vega-Lite asks of a browser, and the language does not have. */
  private static final String BROWSER =
      "globalThis.structuredClone = x => x === undefined ? x : JSON.parse(JSON.stringify(x));"
          // Of those that wait for pictures, which nothing here loads.
          + "globalThis.setTimeout = work => { Promise.resolve().then(work); };";

  /** Keeps what it has read of scripts for all who run them. */
  private static final Engine ENGINE =
      Engine.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();

  private static final List<Source> SCRIPTS =
      List.of(
          script(BROWSER, "browser.js"),
          script(Resources.script("vega"), "vega.min.js"),
          script(Resources.script("vega-lite"), "vega-lite.min.js"),
          script(Resources.text("chart/charts.js"), "charts.js"),
          script(Resources.text("figure/headless.js"), "headless.js"));

  private final Context context =
      Context.newBuilder("js").engine(ENGINE).option("js.ecmascript-version", "2022").build();

  private ObjectNode data;
  private Value figure;

  /** Starts the libraries: seconds of work, for which no data is needed. */
  Headless() {
    SCRIPTS.forEach(context::eval);
  }

  /**
   * Starts the libraries.
   *
   * @param data what the page's scripts read, and a theme
   */
  public Headless(ObjectNode data) {
    this();
    show(data);
  }

  /** Draws charts of this data from now on. */
  Headless show(ObjectNode shown) {
    if (!shown.equals(data)) {
      ProxyExecutable ruler = Headless::measure;
      figure = context.eval("js", "ntkHeadless").execute(shown.toString(), ruler);
      data = shown;
    }
    return this;
  }

  /**
   * One panel of a chart.
   *
   * @param choices the values of parameters that differ from the data's selection
   * @param size in print
   * @return SVG, a pixel for a point
   */
  public String svg(Chart chart, int panel, ObjectNode choices, FigureSize size) {
    Value result =
        figure.execute(chart.name(), panel, choices.toString(), size.width(), size.fontSize());
    String problem = result.getMember("problem").asString();
    if (!problem.isEmpty()) {
      throw new IllegalStateException(chart.name() + ": " + problem);
    }
    return result.getMember("svg").asString();
  }

  private static Source script(String text, String name) {
    return Source.newBuilder("js", text, name).buildLiteral();
  }

  /** The width of a text of a size in pixels, bold or not. */
  private static Object measure(Value... arguments) {
    String text = arguments[0].asString();
    int style = arguments[2].asBoolean() ? Font.BOLD : Font.PLAIN;
    Font font = new Font(Font.SANS_SERIF, style, 1).deriveFont((float) arguments[1].asDouble());
    return font.getStringBounds(text, RULER).getWidth();
  }

  @Override
  public void close() {
    context.close();
  }
}
