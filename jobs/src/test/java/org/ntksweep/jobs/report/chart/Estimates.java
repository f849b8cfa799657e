package org.ntksweep.jobs.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.theory.LawTheory;
import org.ntksweep.core.theory.SharedTheory;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.tables.TableRow;

/** Estimates of sweeps that were never run: measured numbers are near theory, or 1.5. */
public final class Estimates {
  private final List<TableRow> rows = new ArrayList<>();

  /** A product of a few values along every axis of a grid. */
  public static Rows everyAxis() {
    Estimates estimates = new Estimates();
    for (Activation activation : List.of(Activation.RELU, Activation.TANH)) {
      for (double sigmaW2 : List.of(1.0, 2.0, 3.0)) {
        for (double sigmaB2 : List.of(0.0, 1.0)) {
          for (int width : List.of(20, 40)) {
            for (int depth : List.of(4, 8)) {
              Widths widths = Widths.constant(width, width, depth);
              estimates.add(activation, sigmaW2, sigmaB2, widths, 1.0, 0.9, 0.5);
            }
          }
        }
      }
    }
    return new Rows(estimates.rows);
  }

  /** One network, and its diagonal alone. */
  public static Rows onePoint() {
    return of(Widths.constant(20, 20, 4));
  }

  /** One relu network for each of some widths. */
  public static Rows of(Widths... networks) {
    return at(1.5, networks);
  }

  /** One relu network for each of some widths, of a variance of the weights. */
  public static Rows at(double sigmaW2, Widths... networks) {
    Estimates estimates = new Estimates();
    for (Widths widths : networks) {
      estimates.add(Activation.RELU, sigmaW2, 0, widths, 1.0);
    }
    return new Rows(estimates.rows);
  }

  private void add(
      Activation activation, double sigmaW2, double sigmaB2, Widths widths, double... cosines) {
    Network law = new Network(activation, sigmaW2, sigmaB2, widths, Parametrization.STANDARD);
    for (double cosine : cosines) {
      rows.add(row(law, cosine, new SharedTheory(List.of(law)).of(law, cosine)));
    }
  }

  private static TableRow row(Network law, double cosine, LawTheory theory) {
    Map<String, Object> values = new HashMap<>();
    values.put("point_id", law.id().toString());
    values.put("activation", law.activation().label());
    values.put("sigma_w2", law.sigmaW2());
    values.put("sigma_b2", law.sigmaB2());
    values.put("depth", law.depth());
    values.put("widths", Arrays.stream(law.widths().toArray()).boxed().toList());
    values.put("input_dim", law.widths().inputDim());
    law.widths()
        .hiddenWidth()
        .ifPresent(
            width -> {
              values.put("width", width);
              values.put("depth_to_width", law.depth() / (double) width);
            });
    values.put("cosine", cosine);
    values.put("samples", 100L);
    double ratio = theory.exactRatio().orElse(1.5);
    values.put("ratio", ratio * 1.01);
    values.put("ratio_se", ratio * 0.02);
    values.put("ratio_lo", ratio * 0.98);
    values.put("ratio_hi", ratio * 1.1);
    values.put("underpowered", ratio > 1.6);
    if (cosine != 1) {
      values.put("off_diagonal", cosine);
      values.put("off_diagonal_se", 0.01);
    }
    theory.exactRatio().ifPresent(exact -> values.put("exact_ratio", exact));
    theory.infiniteWidthMean().ifPresent(mean -> values.put("infinite_width_mean", mean));
    theory.exactMean().ifPresent(mean -> values.put("exact_mean", mean));
    values.put("phase", theory.phase().label());
    theory.limitRatio().ifPresent(limit -> values.put("limit_ratio", limit));
    theory.publishedLimitRatio().ifPresent(limit -> values.put("published_limit_ratio", limit));
    theory.publishedRatio().ifPresent(published -> values.put("published_ratio", published));
    theory.exactRatio().ifPresent(exact -> values.put("z_mean", 0.3));
    theory.exactRatio().ifPresent(exact -> values.put("z_ratio", -7.0));
    return new TableRow(values);
  }
}
