package org.ntksweep.jobs.report.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.template.Resources;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.LawColumns;

/** What fills the blanks of the chart templates for one sweep. */
final class Blanks {
  /** The parameter that says which lines a legend lists, by activation and bias variance. */
  static final String DRAWN_LINES = "drawn_lines";

  /** What legends call the lines of a column. */
  private static final Map<String, List<String>> LINES =
      Map.of(
          "exact_ratio", List.of("exact at this width", "exact at these widths"),
          "limit_ratio", List.of("limit L, M → ∞"),
          "published_limit_ratio", List.of("limit as published", "published limit / limit"),
          "published_ratio", List.of("as published", "published / exact"));

  private final ChartRows rows;
  private final Selection selection;
  private final Map<String, JsonNode> values = new HashMap<>();

  private Blanks(ChartRows rows, Selection selection) {
    this.rows = rows;
    this.selection = selection;
  }

  static Map<String, JsonNode> of(ChartRows rows, ZScores zScores, Selection selection) {
    Blanks blanks = new Blanks(rows, selection);
    blanks.scales();
    blanks.sizes();
    blanks.conditions();
    blanks.parameters();
    blanks.curveColours();
    blanks.widthLegend();
    blanks.edges();
    blanks.shared();
    blanks.put("input_label", rows.inputLabel());
    blanks.values.put("bins", zScores.bins());
    blanks.values.put("normal", zScores.normal());
    return blanks.values;
  }

  private void scales() {
    for (Column<? extends Number> column :
        List.of(
            LawColumns.SIGMA_W2,
            LawColumns.SIGMA_B2,
            LawColumns.DEPTH,
            LawColumns.DEPTH_TO_WIDTH,
            ChartColumns.INPUT)) {
      values.put(column.name() + "_scale", rows.axis(column).scale());
    }
    values.put("depth_axis", rows.axis(LawColumns.DEPTH).wholeTicks());
    values.put("plane_depth_axis", rows.axis(LawColumns.DEPTH).wholeTicks().put("grid", false));
    values.put("any_depth_scale", rows.wholeAxis(LawColumns.DEPTH).scale());
    values.put("any_depth_axis", rows.wholeAxis(LawColumns.DEPTH).wholeTicks());
  }

  /** Marks are small where there are many. */
  private void sizes() {
    int along = rows.numbers(LawColumns.DEPTH).size();
    put("point_size", along > 100 ? 8 : along > 30 ? 18 : 45);
    put("hollow_size", along > 100 ? 18 : along > 30 ? 28 : 45);
    put("bar_opacity", along > 100 ? 0.15 : 0.8);
  }

  private void conditions() {
    String law = selection.condition("activation", "input", "cosine");
    String deepest = law + " && datum.deepest && " + selection.condition("width");
    String diagonal = selection.condition("activation", "input") + " && datum.cosine === 1";
    String plane = law + " && " + selection.condition("sigma_b2", "width");
    put("of_the_plane", plane);
    put("of_the_deepest", deepest);
    put("of_one_width", plane + " && " + selection.condition("sigma_w2"));
    put(
        "of_the_diagonal",
        diagonal + " && " + selection.condition("sigma_b2", "width", "sigma_w2"));
    put("of_every_width", law + " && " + selection.condition("sigma_b2", "sigma_w2"));
    put(
        "of_every_input",
        selection.condition("activation", "cosine", "sigma_b2", "width", "sigma_w2")
            + " && datum.deepest");
    put("of_every_bias", deepest + " && " + selection.condition("sigma_w2"));
    put(
        "of_the_architecture",
        selection.condition("activation", "cosine", "sigma_b2", "sigma_w2")
            + " && datum.architecture === pick_architecture");
  }

  private void parameters() {
    ArrayNode parameters = Json.NODES.arrayNode();
    selection
        .values()
        .properties()
        .forEach(choice -> parameters.add(parameter(choice.getKey(), choice.getValue())));
    parameters.add(parameter("legend_columns", Json.of(12)));
    parameters.add(parameter("pick_architecture", Json.of("")));
    parameters.add(parameter("pick_statistic", Json.of("")));
    values.put("parameters", parameters);
  }

  /** Which curves are ordered or chaotic depends on the activation and the biases. */
  private void curveColours() {
    ArrayNode palettes = Json.NODES.arrayNode();
    for (String activation : rows.texts(LawColumns.ACTIVATION)) {
      ArrayNode ofActivation = palettes.addArray();
      for (double sigmaB2 : rows.numbers(LawColumns.SIGMA_B2)) {
        ofActivation.add(Json.of(Colours.of(rows.phases(activation, sigmaB2))));
      }
    }
    ((ArrayNode) values.get("parameters"))
        .add(parameter("palettes", palettes))
        .add(parameter("activations", Json.of(rows.texts(LawColumns.ACTIVATION))))
        .add(parameter("biases", drawn(rows.numbers(LawColumns.SIGMA_B2))))
        .add(parameter(DRAWN_LINES, drawnLines()));
    ObjectNode scale = Json.NODES.objectNode();
    scale.set("domain", drawn(rows.numbers(LawColumns.SIGMA_W2)));
    scale.set("range", palette());
    ObjectNode channel = Json.NODES.objectNode();
    channel.put("field", "sigma_w2").put("type", "ordinal").put("title", "σ_w²");
    channel.set("scale", scale);
    channel.set("legend", Json.parse(Resources.text("chart/curve-legend.json")));
    values.put("sigma_w2_colour", channel);
  }

  /** The lines there are of an activation and a bias variance, as legends name them. */
  private ArrayNode drawnLines() {
    ArrayNode lines = Json.NODES.arrayNode();
    for (String activation : rows.texts(LawColumns.ACTIVATION)) {
      ArrayNode ofActivation = lines.addArray();
      for (double sigmaB2 : rows.numbers(LawColumns.SIGMA_B2)) {
        ArrayNode drawn = ofActivation.addArray().add("infinite width");
        Rows some =
            rows.rows()
                .where(
                    row ->
                        row.text(LawColumns.ACTIVATION).equals(activation)
                            && row.number(LawColumns.SIGMA_B2) == sigmaB2);
        LINES.forEach((column, names) -> addIf(some.has(column), names, drawn));
      }
    }
    return lines;
  }

  private static void addIf(boolean applies, List<String> names, ArrayNode to) {
    if (applies) {
      names.forEach(to::add);
    }
  }

  private ArrayNode palette() {
    ArrayNode range = Json.NODES.arrayNode();
    for (int i = 0; i < rows.numbers(LawColumns.SIGMA_W2).size(); i++) {
      range
          .addObject()
          .put(
              "expr",
              "palettes[indexof(activations, pick_activation)][indexof(biases, pick_sigma_b2)]["
                  + i
                  + "]");
    }
    return range;
  }

  private void widthLegend() {
    boolean severalWidths = rows.numbers(LawColumns.WIDTH).size() > 1;
    values.put(
        "width_legend",
        severalWidths
            ? Json.parse(Resources.text("chart/width-legend.json"))
            : Json.NODES.nullNode());
  }

  private void edges() {
    values.put("edges", Edges.lines(rows));
    values.put("edge_curves", Edges.curves(rows));
  }

  private void shared() {
    for (String name :
        List.of(
            "line-kinds",
            "published-kinds",
            "line-legend",
            "ratio-class",
            "ratio-colour",
            "ratio-tooltip",
            "mean-tooltip",
            "measured",
            "theory")) {
      values.put(name.replace('-', '_'), Json.parse(Resources.text("chart/" + name + ".json")));
    }
  }

  private static ObjectNode parameter(String name, JsonNode value) {
    return Json.NODES.objectNode().put("name", name).set("value", value);
  }

  private static ArrayNode drawn(List<Double> numbers) {
    ArrayNode drawn = Json.NODES.arrayNode();
    numbers.forEach(x -> drawn.add(Json.drawn(x)));
    return drawn;
  }

  private void put(String name, Object value) {
    values.put(name, Json.of(value));
  }
}
