package org.ntksweep.jobs.config;

import static org.ntksweep.jobs.config.key.Role.AXIS;
import static org.ntksweep.jobs.config.key.Role.EXTENT;
import static org.ntksweep.jobs.config.key.Role.LAW;
import static org.ntksweep.jobs.config.key.Role.NUMBERS;
import static org.ntksweep.jobs.config.key.Role.WORK;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ntksweep.core.estimate.RatioInterval;
import org.ntksweep.core.estimate.ratio.RatioEstimator;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Trainable;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.sampling.SamplerKind;
import org.ntksweep.core.sampling.VarianceReduction;
import org.ntksweep.jobs.config.grid.Activations;
import org.ntksweep.jobs.config.grid.InputNorm;
import org.ntksweep.jobs.config.grid.ListedWidths;
import org.ntksweep.jobs.config.grid.Sizes;
import org.ntksweep.jobs.config.key.Axis;
import org.ntksweep.jobs.config.key.Bytes;
import org.ntksweep.jobs.config.key.Key;
import org.ntksweep.jobs.config.key.KeyList;
import org.ntksweep.jobs.config.key.NumberRule;
import org.ntksweep.jobs.config.key.Schema;
import org.ntksweep.jobs.config.key.ValueReader;
import org.ntksweep.jobs.config.key.Words;
import org.ntksweep.jobs.config.text.FolderName;
import org.ntksweep.jobs.config.training.TrainingKeys;

/** The keys of a sweep file, each declared here and nowhere else, in the order of the file. */
public final class SweepKeys {
  private static final List<String> HEADING =
      List.of(
          "Keys of a sweep file, each also as key=value, or key=null to leave it out. In",
          "grid, and of cosines, a value may be a list or, of numbers, a range: {from, to,",
          "step} or {from, to, count, scale: linear | log}. width, depth and input_dim, or",
          "the ratios instead of the latter two, or widths alone.",
          "");

  private static final List<Key<?>> DECLARED = new ArrayList<>();

  private static final NumberRule SAMPLE_COUNT = NumberRule.whole(2, 10_000_000_000L);
  private static final ValueReader<Optional<Double>> SECONDS =
      NumberRule.real("auto or a number of seconds from 1e-9 to 1e9", v -> v >= 1e-9 && v <= 1e9)
          .doubles()
          .or("auto");

  static final Key<String> NAME =
      declare(
          Key.of(
              "name",
              NUMBERS,
              "what the run folder is called after; by default as the file",
              FolderName.READER));

  static final Key<Long> SEED =
      declare(
          Key.of(
                  "seed",
                  NUMBERS,
                  "of every random number of the run",
                  NumberRule.whole("a whole number of 64 bits", Long.MIN_VALUE, Long.MAX_VALUE)
                      .longs())
              .orElse("0"));

  static final Key<List<Activation>> ACTIVATION =
      declare(
          Key.of(
              "grid.activation",
              AXIS,
              "the nonlinearity between affine layers",
              Axis.of(Activations.READER)));

  static final Key<List<Double>> SIGMA_W2 =
      declare(
          Key.of(
              "grid.sigma_w2",
              AXIS,
              "variance of a weight, times its fan-in",
              Axis.doubles(NumberRule.NOT_NEGATIVE)));

  static final Key<List<Double>> SIGMA_B2 =
      declare(
          Key.of("grid.sigma_b2", AXIS, "variance of a bias", Axis.doubles(NumberRule.NOT_NEGATIVE))
              .orElse("0.0"));

  static final Key<List<InputNorm>> INPUT_NORM2 =
      declare(
          Key.of(
                  "grid.input_norm2",
                  AXIS,
                  "squared norm of the inputs; n_0 stands for the input dimension",
                  Axis.of(InputNorm.READER))
              .orElse("1"));

  static final Key<List<Widths>> WIDTHS =
      declare(
          Key.of("grid.widths", AXIS, "architectures in full", ListedWidths.READER).orNothing());

  static final Key<List<Integer>> WIDTH =
      declare(
          Key.of("grid.width", AXIS, "width of the hidden layers", Axis.integers(Sizes.SIZE))
              .orNothing()
              .insteadOf(WIDTHS));

  static final Key<Sizes> DEPTH =
      declare(
          Key.of("grid.depth", AXIS, "how many affine layers", Sizes.NUMBERS)
              .orNothing()
              .insteadOf(WIDTHS));

  static final Key<Sizes> DEPTH_TO_WIDTH =
      declare(
          Key.of("grid.depth_to_width", AXIS, "depth as a ratio to the width", Sizes.RATIOS)
              .orNothing()
              .insteadOf(WIDTHS, DEPTH));

  static final Key<Sizes> INPUT_DIM =
      declare(
          Key.of("grid.input_dim", AXIS, "dimension n_0 of the inputs", Sizes.NUMBERS)
              .orNothing()
              .insteadOf(WIDTHS));

  static final Key<Sizes> ALPHA0 =
      declare(
          Key.of("grid.alpha0", AXIS, "input dimension as a ratio to the width", Sizes.RATIOS)
              .orNothing()
              .insteadOf(WIDTHS, INPUT_DIM));

  static final Key<List<Integer>> OUTPUTS =
      declare(
          Key.of("grid.outputs", AXIS, "how many outputs n_L", Axis.integers(Sizes.SIZE))
              .orElse("1")
              .insteadOf(WIDTHS));

  static {
    DECLARED.addAll(TrainingKeys.ofGrid());
  }

  static final Key<List<Double>> COSINES =
      declare(
          Key.of(
                  "cosines",
                  LAW,
                  "of pairs of inputs; the diagonal is always there",
                  Axis.orNone(Axis.doubles(NumberRule.COSINE)))
              .orElse("[]"));

  static final Key<Long> SAMPLES =
      declare(Key.of("samples", EXTENT, "random networks per point", SAMPLE_COUNT.longs()));

  static final Key<Double> TARGET_REL_ERROR =
      declare(
          Key.of(
                  "target_rel_error",
                  EXTENT,
                  "go on until half of each ratio's interval is below this share of the ratio",
                  NumberRule.INSIDE_0_1.doubles())
              .orNothing());

  static final Key<Long> MAX_SAMPLES =
      declare(
          Key.of(
                  "max_samples",
                  EXTENT,
                  "or a point has so many; 1000000 if not given",
                  SAMPLE_COUNT.longs())
              .orNothing());

  static final Key<Parametrization> PARAMETRIZATION =
      declare(
          Key.of(
                  "parametrization",
                  LAW,
                  "what weights and biases are trained as",
                  Words.of(Parametrization.values(), Parametrization::label))
              .orElse("standard"));

  static final Key<Trainable> TRAINABLE =
      declare(
          Key.of(
                  "trainable",
                  LAW,
                  "which parameters the kernel counts; biases are drawn in any case",
                  Words.of(Trainable.values(), Trainable::label))
              .orElse("all"));

  static final Key<Initialization> INITIALIZATION =
      declare(
          Key.of(
                  "initialization",
                  LAW,
                  "the family of laws of weights and biases; all but gaussian need dense",
                  Words.of(Initialization.values(), Initialization::label))
              .orElse("gaussian"));

  static final Key<Optional<SamplerKind>> SAMPLER =
      declare(
          Key.of(
                  "sampler",
                  NUMBERS,
                  "what draws the networks",
                  Words.of("auto", SamplerKind.values(), SamplerKind::label))
              .orElse("auto"));

  static final Key<Optional<VarianceReduction>> VARIANCE_REDUCTION =
      declare(
          Key.of(
                  "variance_reduction",
                  NUMBERS,
                  "the law networks are drawn from, with weights unless it is their own",
                  Words.of("auto", VarianceReduction.values(), VarianceReduction::label))
              .orElse("auto"));

  static final Key<RatioEstimator> ESTIMATOR =
      declare(
          Key.of(
                  "estimator",
                  NUMBERS,
                  "of the ratio E[Theta^2]/E[Theta]^2",
                  Words.of(RatioEstimator.values(), RatioEstimator::label))
              .orElse("u_ratio"));

  static final Key<Integer> REPLICATES =
      declare(
          Key.of(
                  "bootstrap.replicates",
                  NUMBERS,
                  "behind each error bar",
                  NumberRule.whole(2, 1_000_000).ints())
              .orElse("1000"));

  static final Key<Double> CONFIDENCE =
      declare(
          Key.of(
                  "bootstrap.confidence",
                  NUMBERS,
                  "coverage of intervals",
                  NumberRule.INSIDE_0_1.doubles())
              .orElse("0.95"));

  static final Key<RatioInterval> INTERVAL =
      declare(
          Key.of(
                  "bootstrap.interval",
                  NUMBERS,
                  "kind of interval of the ratio",
                  Words.of(RatioInterval.values(), RatioInterval::label))
              .orElse("log_normal"));

  static {
    DECLARED.addAll(TrainingKeys.ofSection());
  }

  static final Key<Boolean> OUTPUT_SAMPLES =
      declare(
          Key.of("output.samples", NUMBERS, "keep the samples table", Words.FLAG).orElse("true"));

  static final Key<Boolean> OUTPUT_KERNELS =
      declare(
          Key.of(
                  "output.kernels",
                  NUMBERS,
                  "keep the kernels of training; false if not given",
                  Words.FLAG)
              .orNothing());

  static final Key<Optional<Double>> TASK_SECONDS =
      declare(
          Key.of("execution.task_seconds", WORK, "predicted time of a Spark task", SECONDS)
              .orElse("auto"));

  static final Key<Optional<Double>> WAVE_SECONDS =
      declare(
          Key.of("execution.wave_seconds", WORK, "predicted time between commits", SECONDS)
              .orElse("auto"));

  static final Key<Precision> DENSE_PRECISION =
      declare(
          Key.of(
                  "dense.precision",
                  NUMBERS,
                  "numbers the dense sampler computes in",
                  Words.of(Precision.values(), Precision::label))
              .orElse("double"));

  static final Key<Long> DENSE_MEMORY =
      declare(
          Key.of("dense.memory", WORK, "what a task of it may keep in memory", Bytes.READER)
              .orElse("1GiB"));

  static final Schema SCHEMA = new Schema(DECLARED, TrainingKeys.SECTION);

  private SweepKeys() {}

  private static <T> Key<T> declare(Key<T> key) {
    DECLARED.add(key);
    return key;
  }

  /** All keys, in the order of the file. */
  public static List<Key<?>> all() {
    return SCHEMA.keys();
  }

  /** What people are told of all of them, in lines of at most 80 characters. */
  public static List<String> help() {
    List<String> lines = new ArrayList<>(HEADING);
    lines.addAll(KeyList.of(all()));
    return lines;
  }
}
