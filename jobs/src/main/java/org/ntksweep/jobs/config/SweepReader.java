package org.ntksweep.jobs.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ntksweep.core.estimate.Estimation;
import org.ntksweep.core.estimate.bootstrap.Bootstrap;
import org.ntksweep.core.estimate.ratio.RatioEstimator;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.sampling.DenseOptions;
import org.ntksweep.core.sampling.SamplerKind;

/** The values of a complete sweep file as a {@link Sweep}, each checked by itself. */
final class SweepReader {
  private static final String AUTO = "auto";
  private static final String NAME = "[A-Za-z0-9_][A-Za-z0-9._-]{0,99}";
  private static final int MAX_COSINES = 1000;
  private static final long MAX_SAMPLES = 10_000_000_000L;

  /** Where sampling to a precision stops if the file does not say. */
  private static final long DEFAULT_MAX_SAMPLES = 1_000_000;

  private static final NumberRule SEED =
      NumberRule.whole("a whole number of 64 bits", Long.MIN_VALUE, Long.MAX_VALUE);
  private static final NumberRule SAMPLES = NumberRule.whole(2, MAX_SAMPLES);
  private static final NumberRule REPLICATES = NumberRule.whole(2, 1_000_000);
  private static final NumberRule SECONDS =
      NumberRule.real(AUTO + " or a number above 0", v -> v > 0);

  private static final Map<String, Parametrization> PARAMETRIZATIONS =
      Words.of(Parametrization.values(), Parametrization::label);
  private static final Map<String, Initialization> INITIALIZATIONS =
      Words.of(Initialization.values(), Initialization::label);
  private static final Map<String, Precision> PRECISIONS =
      Words.of(Precision.values(), Precision::label);
  private static final Map<String, RatioEstimator> ESTIMATORS =
      Words.of(RatioEstimator.values(), RatioEstimator::label);
  private static final Map<String, Optional<SamplerKind>> SAMPLERS = samplers();

  private SweepReader() {}

  /**
   * The sweep of a file in which every key with a default is present.
   *
   * @throws ConfigException if a key is missing or a value not allowed
   */
  static Sweep read(Mapping root) {
    long seed = SEED.read(root.require("seed")).longValueExact();
    return new Sweep(
        name(root.require("name")),
        seed,
        new Grid(
            GridReader.points(
                root.section("grid"),
                Words.read(root.require("parametrization"), PARAMETRIZATIONS),
                Words.read(root.require("initialization"), INITIALIZATIONS))),
        sampling(root),
        estimation(root, seed),
        new Output(Words.flag(root.section("output").require("samples"))),
        execution(root.section("execution")),
        dense(root.section("dense")));
  }

  private static Sampling sampling(Mapping root) {
    return new Sampling(
        cosines(root.require("cosines")),
        SAMPLES.read(root.require("samples")).longValueExact(),
        target(root),
        Words.read(root.require("sampler"), SAMPLERS));
  }

  private static Estimation estimation(Mapping root, long seed) {
    Mapping bootstrap = root.section("bootstrap");
    return new Estimation(
        Words.read(root.require("estimator"), ESTIMATORS),
        new Bootstrap(
            REPLICATES.read(bootstrap.require("replicates")).intValueExact(),
            NumberRule.INSIDE_0_1.read(bootstrap.require("confidence")).doubleValue(),
            seed));
  }

  private static Execution execution(Mapping section) {
    return new Execution(
        seconds(section.require("task_seconds")), seconds(section.require("wave_seconds")));
  }

  private static String name(Value value) {
    if (value instanceof Scalar scalar && scalar.text().matches(NAME)) {
      return scalar.text();
    }
    throw value.mustBe("a folder name of letters, digits, '.', '_' and '-'");
  }

  /** Cosine 1 is the diagonal, which is always there. */
  private static List<Double> cosines(Value value) {
    List<Double> cosines = Axis.doubles(value, NumberRule.COSINE);
    if (cosines.size() > MAX_COSINES) {
      throw value.error(
          "has " + cosines.size() + " cosines; at most " + MAX_COSINES + " are allowed");
    }
    return cosines.stream().filter(cosine -> cosine != 1).toList();
  }

  private static Map<String, Optional<SamplerKind>> samplers() {
    Map<String, Optional<SamplerKind>> samplers = new LinkedHashMap<>();
    samplers.put(AUTO, Optional.empty());
    Words.of(SamplerKind.values(), SamplerKind::label)
        .forEach((word, kind) -> samplers.put(word, Optional.of(kind)));
    return samplers;
  }

  private static DenseOptions dense(Mapping section) {
    return new DenseOptions(
        Words.read(section.require("precision"), PRECISIONS),
        Bytes.read(section.require("memory")));
  }

  private static Optional<RatioTarget> target(Mapping root) {
    Optional<Value> error = root.find("target_rel_error");
    Optional<Value> most = root.find("max_samples");
    if (error.isEmpty()) {
      most.ifPresent(
          value -> {
            throw value.error("stands beside target_rel_error, which is missing");
          });
      return Optional.empty();
    }
    long maxSamples =
        most.map(value -> SAMPLES.read(value).longValueExact()).orElse(DEFAULT_MAX_SAMPLES);
    return Optional.of(
        new RatioTarget(NumberRule.INSIDE_0_1.read(error.get()).doubleValue(), maxSamples));
  }

  private static Optional<Double> seconds(Value value) {
    if (value.yaml().equals(AUTO)) {
      return Optional.empty();
    }
    return Optional.of(SECONDS.read(value).doubleValue());
  }
}
