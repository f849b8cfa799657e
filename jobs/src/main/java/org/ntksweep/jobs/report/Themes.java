package org.ntksweep.jobs.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The looks of the charts: Vega-Lite configurations. */
final class Themes {
  private Themes() {}

  /** Both looks by name, light and dark. */
  static ObjectNode all() {
    ObjectNode themes = Json.NODES.objectNode();
    List.of("light", "dark").forEach(name -> themes.set(name, of(name)));
    return themes;
  }

  /** One look. */
  static JsonNode of(String name) {
    return Json.parse(Resources.text("theme-" + name + ".json"));
  }
}
