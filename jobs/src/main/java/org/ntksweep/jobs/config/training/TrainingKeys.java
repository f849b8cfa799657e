package org.ntksweep.jobs.config.training;

import static org.ntksweep.jobs.config.key.Role.AXIS;
import static org.ntksweep.jobs.config.key.Role.LAW;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ntksweep.core.data.InputScale;
import org.ntksweep.core.data.Targets;
import org.ntksweep.core.training.Loss;
import org.ntksweep.core.training.Observation;
import org.ntksweep.jobs.config.key.Axis;
import org.ntksweep.jobs.config.key.Key;
import org.ntksweep.jobs.config.key.NumberRule;
import org.ntksweep.jobs.config.key.ValueReader;
import org.ntksweep.jobs.config.key.Words;

/** The keys of training, each declared here and nowhere else, in the order of the file. */
public final class TrainingKeys {
  /** The section they stand in; a sweep without it trains nothing. */
  public static final String SECTION = "training";

  private static final List<Key<?>> GRID = new ArrayList<>();
  private static final List<Key<?>> DECLARED = new ArrayList<>();

  private static final NumberRule COUNT = NumberRule.whole(1, 10_000_000);
  private static final NumberRule DECAY =
      NumberRule.real("a number from 0 to below 1", v -> v >= 0 && v < 1);

  /** Learning rates. */
  public static final Key<List<LearningRate>> LEARNING_RATE =
      in(
          GRID,
          Key.of("grid.learning_rate", AXIS, "how far a step goes", LearningRate.READER)
              .orNothing());

  /** Scales of the model. */
  static final Key<List<Double>> ALPHA =
      in(
          GRID,
          Key.of(
                  "grid.alpha",
                  AXIS,
                  "scale of lazy training, 1 if not given: the model is alpha f, the loss over"
                      + " alpha^2",
                  Axis.doubles(NumberRule.POSITIVE))
              .orNothing());

  static final Key<String> SOURCE =
      declare(
          Key.of(
              "training.data.source",
              LAW,
              "where examples come from",
              ValueReader.of(
                  "a file or folder (IDX, Parquet, npz, CSV; path or URI), pairs (the inputs at"
                      + " cosines, random signs) or blobs (Gaussian, around class means)",
                  DataSection::source)));

  static final Key<Optional<Integer>> EXAMPLES =
      declare(
          Key.of(
                  "training.data.examples",
                  LAW,
                  "how many to train on, the first ones; all but of blobs if not given",
                  NumberRule.whole("all or a whole number from 1 to 10,000,000", 1, 10_000_000)
                      .ints()
                      .or("all"))
              .orNothing());

  static final Key<Optional<List<Integer>>> CLASSES =
      declare(
          Key.of(
                  "training.data.classes",
                  LAW,
                  "labels to choose from, all if not given; of blobs how many classes",
                  ValueReader.of("all or whole numbers", Axis.integers(DataSection.LABEL)::read)
                      .or("all"))
              .orNothing());

  static final Key<Boolean> BALANCED =
      declare(
          Key.of(
                  "training.data.balanced",
                  LAW,
                  "whether every class has its share; false if not given",
                  Words.FLAG)
              .orNothing());

  static final Key<InputScale> INPUTS =
      declare(
          Key.of(
                  "training.data.inputs",
                  LAW,
                  "what is made of an input; unit_norm if not given. raw: bytes over 255;"
                      + " standardized: mean 0, squared norm n_0",
                  Words.of(InputScale.values(), TrainingKeys::word))
              .orNothing());

  static final Key<Integer> TEST =
      declare(
          Key.of(
                  "training.data.test",
                  LAW,
                  "how many to test on, of the test file or behind those to train on; none if not"
                      + " given",
                  NumberRule.whole(0, 10_000_000).ints())
              .orNothing());

  static final Key<Double> SPREAD =
      declare(
          Key.of(
                  "training.data.spread",
                  LAW,
                  "of blobs, as a ratio to the norm of means; 0.5 if not given",
                  NumberRule.POSITIVE.doubles())
              .orNothing());

  static final Key<String> DIGEST =
      declare(
          Key.of(
                  "training.data.digest",
                  LAW,
                  "what data that are read must be known by; found if not given",
                  ValueReader.of("a digest as in config.yaml of a run", DataSection::digest))
              .orNothing());

  static final Key<Targets> TARGETS =
      declare(
          Key.of(
                  "training.targets",
                  LAW,
                  "what is made of a label; one_hot if not given, signs of pairs",
                  Words.of(Targets.values(), TrainingKeys::word))
              .orNothing());

  static final Key<Loss> LOSS =
      declare(
          Key.of(
                  "training.loss",
                  LAW,
                  "half the squared error of an example, over examples",
                  Words.of(Loss.values(), Loss::label))
              .orElse("mean"));

  static final Key<Boolean> CENTERED =
      declare(
          Key.of(
                  "training.centered",
                  LAW,
                  "whether outputs at initialization are taken off the model",
                  Words.FLAG)
              .orElse("false"));

  static final Key<MethodName> METHOD =
      declare(
          Key.of(
                  "training.method",
                  LAW,
                  "how networks move; sgd is gradient_descent in batches",
                  Words.of(MethodName.values(), TrainingKeys::word))
              .orElse("gradient_descent"));

  static final Key<Double> MOMENTUM =
      declare(
          Key.of(
                  "training.momentum",
                  LAW,
                  "of momentum and nesterov, 0.9 if not given",
                  DECAY.doubles())
              .orNothing());

  static final Key<Double> BETA1 =
      declare(
          Key.of("training.beta1", LAW, "of adam, 0.9 if not given", DECAY.doubles()).orNothing());

  static final Key<Double> BETA2 =
      declare(
          Key.of("training.beta2", LAW, "of adam, 0.999 if not given", DECAY.doubles())
              .orNothing());

  static final Key<Double> EPSILON =
      declare(
          Key.of(
                  "training.epsilon",
                  LAW,
                  "of adam, 1e-8 if not given",
                  NumberRule.POSITIVE.doubles())
              .orNothing());

  static final Key<Double> TOLERANCE =
      declare(
          Key.of(
                  "training.tolerance",
                  LAW,
                  "of gradient_flow, error of a step relative to parameters, 1e-4 if not given",
                  NumberRule.real("a number from 1e-12 to 0.1", v -> v >= 1e-12 && v <= 0.1)
                      .doubles())
              .orNothing());

  static final Key<Optional<Integer>> BATCH =
      declare(
          Key.of(
                  "training.batch",
                  LAW,
                  "examples a step; full if not given",
                  NumberRule.whole("full or a whole number from 1 to 10,000,000", 1, 10_000_000)
                      .ints()
                      .or("full"))
              .orNothing());

  static final Key<Long> STEPS =
      declare(
          Key.of(
                  "training.steps",
                  LAW,
                  "how many, 0 for kernels at initialization alone",
                  NumberRule.whole(0, 1_000_000_000_000L).longs())
              .orNothing());

  static final Key<Double> TIME =
      declare(
          Key.of(
                  "training.time",
                  LAW,
                  "of gradient_flow instead: learning rate times steps",
                  NumberRule.NOT_NEGATIVE.doubles())
              .orNothing()
              .insteadOf(STEPS));

  static final Key<Double> DECREASE_BELOW =
      declare(
          Key.of(
                  "training.stop.decrease_below",
                  LAW,
                  "stop if the lowest loss fell by less over a number of steps; 0 for never",
                  NumberRule.NOT_NEGATIVE.doubles())
              .orElse("0"));

  static final Key<Long> WITHIN =
      declare(
          Key.of(
                  "training.stop.within",
                  LAW,
                  "that number of steps",
                  NumberRule.whole(1, 1_000_000_000_000L).longs())
              .orElse("100"));

  static final Key<Double> LOSS_BELOW =
      declare(
          Key.of(
                  "training.stop.loss_below",
                  LAW,
                  "stop once the loss is below; 0 for never",
                  NumberRule.NOT_NEGATIVE.doubles())
              .orElse("0"));

  static final Key<Records> RECORD =
      declare(
          Key.of(
                  "training.record",
                  LAW,
                  "where to look at networks, beside the beginning and the end",
                  Records.READER)
              .orElse("{per_decade: 2}"));

  static final Key<Integer> KERNEL_EXAMPLES =
      declare(
          Key.of(
                  "training.kernel.examples",
                  LAW,
                  "of how many, the first ones, the kernel is looked at; at most 128 if not given",
                  COUNT.ints())
              .orNothing());

  static final Key<String> KERNEL_OUTPUTS =
      declare(
          Key.of(
                  "training.kernel.outputs",
                  LAW,
                  "traced: the sum over outputs",
                  Words.of(new String[] {"traced"}, word -> word))
              .orElse("traced"));

  static final Key<List<Observation>> OBSERVE =
      declare(
          Key.of(
                  "training.observe",
                  LAW,
                  "what is looked at: the kernel, its labels, neural collapse; the kernel of"
                      + " features, norms for pairs of outputs, of features",
                  Axis.of(Words.of(Observation.values(), Observation::label)))
              .orElse("[kernel, labels, collapse]"));

  private TrainingKeys() {}

  private static <T> Key<T> declare(Key<T> key) {
    return in(DECLARED, key);
  }

  private static <T> Key<T> in(List<Key<?>> keys, Key<T> key) {
    keys.add(key);
    return key;
  }

  /** Those of the grid. */
  public static List<Key<?>> ofGrid() {
    return List.copyOf(GRID);
  }

  /** Those of the section. */
  public static List<Key<?>> ofSection() {
    return List.copyOf(DECLARED);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
