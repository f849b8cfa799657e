package org.ntksweep.jobs.config.training;

import static org.ntksweep.jobs.config.key.Role.AXIS;
import static org.ntksweep.jobs.config.key.Role.LAW;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ntksweep.core.training.Observation;
import org.ntksweep.jobs.config.key.Axis;
import org.ntksweep.jobs.config.key.Key;
import org.ntksweep.jobs.config.key.NumberRule;
import org.ntksweep.jobs.config.key.Words;

/** The keys of training, each declared here and nowhere else, in the order of the file. */
public final class TrainingKeys {
  /** The section they stand in; a sweep without it trains nothing. */
  public static final String SECTION = "training";

  private static final List<Key<?>> GRID = new ArrayList<>();
  private static final List<Key<?>> DECLARED = new ArrayList<>();

  private static final NumberRule COUNT = NumberRule.whole(1, 10_000_000);

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

  static final Key<Double> DECREASE_BELOW =
      declare(
          Key.of(
                  "training.stop.decrease_below",
                  LAW,
                  "stop if the lowest loss fell by less within some steps; 0 for never",
                  NumberRule.NOT_NEGATIVE.doubles())
              .orElse("0"));

  static final Key<Double> WITHIN =
      declare(
          Key.of(
                  "training.stop.within",
                  LAW,
                  "that number of steps, or of epochs; of gradient_flow that time",
                  NumberRule.POSITIVE.doubles())
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
                      + " features, norms for pairs of outputs, of features; blocks, the flow under"
                      + " a kernel of three values beside the network",
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
    return Stream.of(DataKeys.all(), MethodKeys.all(), DECLARED)
        .<Key<?>>flatMap(List::stream)
        .toList();
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
