package org.ntksweep.jobs.config.training;

import static org.ntksweep.jobs.config.key.Role.LAW;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ntksweep.core.training.Loss;
import org.ntksweep.core.training.schedule.Batch;
import org.ntksweep.jobs.config.key.Axis;
import org.ntksweep.jobs.config.key.Key;
import org.ntksweep.jobs.config.key.NumberRule;
import org.ntksweep.jobs.config.key.Words;

/** The keys of what is made small, and of how networks move, in the order of the file. */
public final class MethodKeys {
  /** The most steps a file may ask for. */
  static final long MOST_STEPS = 1_000_000_000_000L;

  private static final List<Key<?>> DECLARED = new ArrayList<>();

  private static final NumberRule DECAY =
      NumberRule.real("a number from 0 to below 1", v -> v >= 0 && v < 1);

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
                  "of gradient_flow, error of a step as a share of residuals, 1e-3 if not given",
                  NumberRule.real("a number from 1e-12 to 0.1", v -> v >= 1e-12 && v <= 0.1)
                      .doubles())
              .orNothing());

  /** Examples a step. */
  public static final Key<Optional<Batch>> BATCH =
      declare(
          Key.of("training.batch", LAW, "examples a step; full if not given", Batches.READER)
              .orNothing());

  static final Key<Double> WEIGHT_DECAY =
      declare(
          Key.of(
                  "training.weight_decay",
                  LAW,
                  "times what is trained of the weights, added to their gradient; 0 if not given",
                  NumberRule.NOT_NEGATIVE.doubles())
              .orNothing());

  static final Key<List<Long>> MILESTONES =
      declare(
          Key.of(
                  "training.schedule.milestones",
                  LAW,
                  "steps, or epochs, after which the learning rate is another; none if not given",
                  Axis.orNone(Axis.list(NumberRule.whole(1, MOST_STEPS)))
                      .as(
                          milestones ->
                              milestones.stream()
                                  .map(BigDecimal::longValueExact)
                                  .sorted()
                                  .toList()))
              .orNothing());

  static final Key<Double> GAMMA =
      declare(
          Key.of(
                  "training.schedule.gamma",
                  LAW,
                  "what it is multiplied by at each of them; 0.1 if not given",
                  NumberRule.POSITIVE.doubles())
              .orNothing());

  static final Key<Long> STEPS =
      declare(
          Key.of(
                  "training.steps",
                  LAW,
                  "how many, 0 for kernels at initialization alone",
                  NumberRule.whole(0, MOST_STEPS).longs())
              .orNothing());

  static final Key<Long> EPOCHS =
      declare(
          Key.of(
                  "training.epochs",
                  LAW,
                  "instead of steps: in each every example is seen once. Milestones, stop.within"
                      + " and recorded places are epochs then",
                  NumberRule.whole(0, 1_000_000_000).longs())
              .orNothing()
              .insteadOf(STEPS));

  static final Key<Double> TIME =
      declare(
          Key.of(
                  "training.time",
                  LAW,
                  "of gradient_flow instead: learning rate times steps",
                  NumberRule.NOT_NEGATIVE.doubles())
              .orNothing()
              .insteadOf(STEPS, EPOCHS));

  private MethodKeys() {}

  private static <T> Key<T> declare(Key<T> key) {
    DECLARED.add(key);
    return key;
  }

  /** All of them. */
  static List<Key<?>> all() {
    return List.copyOf(DECLARED);
  }
}
