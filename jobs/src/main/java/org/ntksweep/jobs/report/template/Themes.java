package org.ntksweep.jobs.report.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.ntksweep.jobs.report.rows.Json;

/** The looks of the charts: Vega-Lite configurations. */
public final class Themes {
  /** The size of most letters on the screen, in pixels. */
  private static final double ON_SCREEN = 12;

  private Themes() {}

  /** Both looks by name, light and dark. */
  public static ObjectNode all() {
    ObjectNode themes = Json.NODES.objectNode();
    List.of("light", "dark").forEach(name -> themes.set(name, of(name)));
    return themes;
  }

  /** One look. */
  public static JsonNode of(String name) {
    return Json.parse(Resources.text("chart/theme-" + name + ".json"));
  }

  /** The light look for paper, with letters of a size in points. */
  public static JsonNode print(double fontSize) {
    ObjectNode theme = ((ObjectNode) of("light")).put("font", "sans-serif");
    scale(theme, fontSize);
    return theme;
  }

  private static void scale(JsonNode node, double fontSize) {
    if (node instanceof ObjectNode object) {
      object.properties().stream()
          .filter(entry -> entry.getKey().matches("(?i).*fontSize"))
          .forEach(
              entry ->
                  entry.setValue(Json.of(entry.getValue().doubleValue() * fontSize / ON_SCREEN)));
    }
    node.forEach(part -> scale(part, fontSize));
  }
}
