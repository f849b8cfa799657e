package org.ntksweep.jobs.report.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.ntksweep.jobs.report.rows.Json;

/** The looks of the charts: Vega-Lite configurations. */
public final class Themes {
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
}
