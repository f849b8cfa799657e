package org.ntksweep.jobs.cli.theory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.theory.Dispersion;
import org.ntksweep.core.theory.LawTheory;
import org.ntksweep.core.theory.SharedTheory;
import org.ntksweep.jobs.cli.format.PairColumns;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.report.verdict.Evidence;
import org.ntksweep.jobs.report.verdict.NetworkVerdict;
import org.ntksweep.jobs.tables.ListTable;
import org.ntksweep.jobs.tables.Table;
import org.ntksweep.jobs.tables.TableRow;

/** What theory says of every point and cosine of a sweep, as a table. */
public final class TheoryTable {
  public static final List<String> COLUMNS =
      Stream.of(
              List.of("point_id", "activation", "sigma_w2", "sigma_b2", "depth", "width", "widths"),
              List.of("input_dim", "parametrization", "depth_to_width", "cosine"),
              List.of("exact_mean", "exact_ratio", "infinite_width_mean", "chi_1", "phase"),
              List.of("limit_ratio", "published_limit_ratio", "published_ratio"),
              PairColumns.NAMES,
              List.of("samples_for_10_percent", "samples_for_1_percent"),
              List.of("depth_to_width_of_ratio_2", "verdict", "initialization"),
              List.of("outputs", "input_norm2", "trainable"),
              List.of("first_step_change", "first_step_limit"),
              RatioQuestion.COLUMNS)
          .flatMap(List::stream)
          .toList();

  /** What the columns mean, for those that do not say it with their name. */
  static final Map<String, String> MEANINGS = meanings();

  private TheoryTable() {}

  private static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    meanings.put("exact_mean", "E[Theta] at the network's own widths");
    meanings.put("exact_ratio", "E[Theta^2] / E[Theta]^2 there, at least 1");
    meanings.put("infinite_width_mean", "the kernel in the limit of infinite width");
    meanings.put("chi_1", "growth of squared gradients a layer, at the variance inputs flow to");
    meanings.put("phase", "ordered, edge_of_chaos or chaotic: chi_1 below, at or above 1");
    meanings.put("limit_ratio", "exact_ratio as depth and width grow at equal depth / width");
    meanings.put("published_limit_ratio", "the same, ICML 2022, Theorem 3.1");
    meanings.put("published_ratio", "exact_ratio according to ICML 2022, Theorem 3.2");
    meanings.put("kappa_1, kappa_2", "MSML 2021, Lemma 5.2: the kernel on and off the diagonal");
    meanings.put("kappa_ratio", "kappa_1 / kappa_2: near 1 the kernel matrix is near singular");
    meanings.put("published_off_diagonal", "ICML 2022, (18): E[Theta(x,y)] / E[Theta(x,x)]");
    meanings.put("samples_for_10_percent", "networks that estimate the ratio to 10 %: an order of");
    meanings.put("samples_for_1_percent", "magnitude, as if the kernel were log-normal");
    meanings.put("depth_to_width_of_ratio_2", "depth / width at which exact_ratio passes 2");
    meanings.put("first_step_change", "relative mean change of Theta(x, x) in one step on x");
    meanings.put("first_step_limit", "at the rate 1 / E[Theta], and its limit of depth and width");
    meanings.put("max_sigma_w2, max_depth,", "with ratio=R: the largest and smallest values with");
    meanings.put("min_width", "exact_ratio at or below R, all else as given");
    meanings.put("within", "what the three leave open: no bound, or none that is known");
    return meanings;
  }

  /** Theory of laws that need not be those of the sweep, which has the cosines. */
  public static Table of(List<Network> laws, Sweep sweep, Optional<RatioQuestion> question) {
    SharedTheory theory = new SharedTheory(laws);
    List<TableRow> rows = new ArrayList<>();
    for (Network law : laws) {
      if (question.isPresent() && question.get().open() != null) {
        rows.add(answer(law, question.get()));
      } else {
        for (double cosine : cosines(sweep)) {
          rows.add(row(law, cosine, theory, question));
        }
      }
    }
    return new ListTable(COLUMNS, rows);
  }

  /** An answer and the law, but for what stands for the open axis. */
  private static TableRow answer(Network law, RatioQuestion question) {
    Map<String, Object> values = new LinkedHashMap<>();
    putLaw(values, law);
    values.keySet().removeAll(List.of("point_id", "depth_to_width", "widths"));
    values.remove(question.open().name().toLowerCase(Locale.ROOT));
    question.put(values, law);
    return new TableRow(values);
  }

  private static double[] cosines(Sweep sweep) {
    return Stream.concat(Stream.of(1.0), sweep.sampling().cosines().stream())
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private static TableRow row(
      Network law, double cosine, SharedTheory shared, Optional<RatioQuestion> question) {
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
    put(values, "first_step_change", theory.firstStepChange());
    put(values, "first_step_limit", theory.firstStepLimit());
    if (cosine == 1) {
      putMeaning(values, law, theory, shared.depthOfRatio2(law));
      question.ifPresent(asked -> asked.put(values, law));
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
    values.put("outputs", widths.at(widths.depth()));
    values.put("input_norm2", law.inputNorm2());
    values.put("trainable", law.trainable().label());
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

  public static void put(Map<String, Object> values, String column, OptionalDouble value) {
    if (value.isPresent() && !Double.isNaN(value.getAsDouble())) {
      values.put(column, value.getAsDouble());
    }
  }
}
