package org.ntksweep.jobs.report.training.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.jobs.report.rows.Json;
import org.ntksweep.jobs.report.template.Resources;

/**
 * A quantity along training, with its interval.
 *
 * @param quantity which
 * @param title of its axis
 * @param isLogarithmic whether it is positive and drawn by factors
 * @param heading of the chart
 * @param advice what to look at
 */
record Curve(
    Quantity quantity, String title, boolean isLogarithmic, String heading, String advice) {
  static final List<Curve> ALL =
      List.of(
          new Curve(
              Quantity.CHANGE,
              "|Θₜ − Θ₀| / |Θ₀|",
              true,
              "The kernel moves",
              "Change of the kernel in units of its norm, with the 95 % interval of its mean. Below"
                  + " the dotted line at 0.1 training is said to be that of a kernel."),
          new Curve(
              Quantity.KERNEL_COSINE,
              "cosine of Θₜ and Θ₀",
              false,
              "The kernel turns",
              "Cosine between the kernel now and at initialization. At 1 the kernel has grown or"
                  + " shrunk alone; look at who turns away, and when."),
          new Curve(
              Quantity.TEST_LOSS,
              "test loss",
              true,
              "Loss on the test examples",
              "The loss over examples that were not trained on. Look at where it turns upwards."),
          new Curve(
              Quantity.ACCURACY,
              "accuracy",
              false,
              "Accuracy",
              "Share of the training examples whose class the network tells."),
          new Curve(
              Quantity.SAME_CLASS,
              "Θ(x, y), same class",
              true,
              "Two examples of a class",
              "Mean entry of the kernel of two different examples of a class."),
          new Curve(
              Quantity.OTHER_CLASS,
              "Θ(x, y), other class",
              true,
              "Two examples of two classes",
              "The same of examples of two classes. Look at how much less it grows: the kernel"
                  + " takes on the blocks of the labels."),
          new Curve(
              Quantity.NC1,
              "NC1",
              true,
              "Features collapse",
              "Scatter of the last hidden layer's features within classes, in units of that between"
                  + " them. Falling, classes become points."));

  /** The file and place of the chart. */
  String name() {
    return quantity.label().replace('_', '-');
  }

  /** What fills its template. */
  Map<String, JsonNode> blanks() {
    String label = quantity.label();
    String positive = isLogarithmic ? " && datum." + label + " > 0" : "";
    return Map.of(
        "description", Json.of(heading + ", against the step or time"),
        "quantity", Json.of(label),
        "quantity_title", Json.of(title),
        "quantity_scale", scale(),
        "lo", Json.of(label + "_lo"),
        "hi", Json.of(label + "_hi"),
        "has_band", Json.of("isValid(datum." + label + "_lo)" + positive),
        "is_drawn", Json.of("isValid(datum." + label + ")" + positive),
        "criterion", criterion());
  }

  private JsonNode scale() {
    return isLogarithmic
        ? Json.NODES.objectNode().put("type", "log").put("nice", false)
        : Json.NODES.objectNode().put("zero", false);
  }

  private JsonNode criterion() {
    return quantity == Quantity.CHANGE
        ? Json.parse(Resources.text("chart/criterion.json"))
        : Json.NODES.arrayNode();
  }
}
