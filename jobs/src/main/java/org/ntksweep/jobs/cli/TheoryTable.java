package org.ntksweep.jobs.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.theory.Dispersion;
import org.ntksweep.core.theory.LawTheory;
import org.ntksweep.core.theory.SharedTheory;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.report.verdict.Evidence;
import org.ntksweep.jobs.report.verdict.NetworkVerdict;
import org.ntksweep.jobs.tables.ListTable;
import org.ntksweep.jobs.tables.Table;
import org.ntksweep.jobs.tables.TableRow;

/** What theory says of every point and cosine of a sweep, as a table. */
final class TheoryTable {
  static final List<String> COLUMNS =
      Stream.of(
              List.of("point_id", "activation", "sigma_w2", "sigma_b2", "depth", "width", "widths"),
              List.of("input_dim", "parametrization", "depth_to_width", "cosine"),
              List.of("exact_mean", "exact_ratio", "infinite_width_mean", "chi_1", "phase"),
              List.of("limit_ratio", "published_limit_ratio", "published_ratio"),
              PairColumns.NAMES,
              List.of("samples_for_10_percent", "samples_for_1_percent"),
              List.of("depth_to_width_of_ratio_2", "verdict", "initialization"))
          .flatMap(List::stream)
          .toList();

  private TheoryTable() {}

  static Table of(Sweep sweep) {
    SharedTheory theory = new SharedTheory(sweep.points());
    List<TableRow> rows = new ArrayList<>();
    for (Network law : sweep.points()) {
      for (double cosine : cosines(sweep)) {
        rows.add(row(law, cosine, theory));
      }
    }
    return new ListTable(COLUMNS, rows);
  }

  private static double[] cosines(Sweep sweep) {
    return Stream.concat(Stream.of(1.0), sweep.sampling().cosines().stream())
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private static TableRow row(Network law, double cosine, SharedTheory shared) {
    LawTheory theory = shared.of(law, cosine);
    Map<String, Object> values = new LinkedHashMap<>();
    putLaw(values, law);
    values.put("cosine", cosine);
    put(values, "exact_mean", theory.exactMean());
    put(values, "exact_ratio", theory.exactRatio());
    put(values, "infinite_width_mean", theory.infiniteWidthMean());
    put(values, "chi_1", OptionalDouble.of(theory.chi1()));
    values.put("phase", theory.phase().label());
    put(values, "limit_ratio", theory.limitRatio());
    put(values, "published_limit_ratio", theory.publishedLimitRatio());
    put(values, "published_ratio", theory.publishedRatio());
    if (cosine == 1) {
      putMeaning(values, law, theory, shared.depthOfRatio2(law));
    } else {
      PairColumns.put(values, law, cosine, shared);
    }
    return new TableRow(values);
  }

  private static void putLaw(Map<String, Object> values, Network law) {
    Widths widths = law.widths();
    values.put("point_id", law.id().toString());
    values.put("activation", law.activation().label());
    values.put("sigma_w2", law.sigmaW2());
    values.put("sigma_b2", law.sigmaB2());
    values.put("depth", law.depth());
    widths.hiddenWidth().ifPresent(width -> values.put("width", width));
    values.put("widths", Arrays.stream(widths.toArray()).boxed().toList());
    values.put("input_dim", widths.inputDim());
    values.put("parametrization", law.parametrization().label());
    values.put("initialization", law.initialization().label());
    widths
        .hiddenWidth()
        .ifPresent(width -> values.put("depth_to_width", law.depth() / (double) width));
  }

  private static void putMeaning(
      Map<String, Object> values, Network law, LawTheory theory, OptionalInt depthOfRatio2) {
    theory
        .exactRatio()
        .ifPresent(
            ratio -> {
              values.put("samples_for_10_percent", Dispersion.samplesFor(ratio, 0.1));
              values.put("samples_for_1_percent", Dispersion.samplesFor(ratio, 0.01));
            });
    if (depthOfRatio2.isPresent()) {
      values.put(
          "depth_to_width_of_ratio_2",
          depthOfRatio2.getAsInt() / (double) law.widths().hiddenWidth().orElseThrow());
    }
    values.put("verdict", NetworkVerdict.of(law, theory.phase(), Evidence.of(theory)));
  }

  static void put(Map<String, Object> values, String column, OptionalDouble value) {
    if (value.isPresent() && !Double.isNaN(value.getAsDouble())) {
      values.put(column, value.getAsDouble());
    }
  }
}
