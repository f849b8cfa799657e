package org.ntksweep.jobs.report.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ntksweep.jobs.folder.Manifest;
import org.ntksweep.jobs.report.rows.Text;
import org.ntksweep.jobs.report.template.Resources;
import org.ntksweep.jobs.shell.ShellQuote;

/** Where the numbers of a page come from, and how to make it again. */
final class Provenance {
  private Provenance() {}

  static Map<String, Object> of(Manifest manifest, String config, String location) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("config", config);
    values.put("command", "deploy/" + manifest.text("command"));
    values.put("report_command", "deploy/ntk-sweep report " + ShellQuote.path(location));
    values.put(
        "show_command", "deploy/ntk-sweep show " + ShellQuote.path(location) + " --format csv");
    values.put("facts", facts(manifest));
    return values;
  }

  private static List<Map<String, String>> facts(Manifest manifest) {
    return Stream.of(
            fact("Started", manifest.text("started")),
            fact("Wall time", seconds(manifest.number("wall_seconds"))),
            fact("Networks", Text.count(manifest.number("samples"))),
            fact(
                "Throughput",
                Text.count(manifest.number("samples_per_second")) + " networks a second"),
            fact("Cores", manifest.text("cores") + " (" + manifest.text("master") + ")"),
            fact("Seed", manifest.text("seed")),
            fact("ntk-sweep", manifest.text("ntksweep")),
            fact("Spark", manifest.text("spark")),
            fact("Java", manifest.text("java")),
            fact("Vector unit", manifest.text("simd")),
            fact(
                "Charts",
                "Vega "
                    + Resources.version("vega")
                    + ", Vega-Lite "
                    + Resources.version("vega-lite")))
        .toList();
  }

  private static String seconds(double seconds) {
    return Text.digits(seconds, 3) + " s";
  }

  private static Map<String, String> fact(String name, String value) {
    return Map.of("name", name, "value", value);
  }
}
