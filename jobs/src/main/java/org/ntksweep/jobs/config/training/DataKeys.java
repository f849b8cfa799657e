package org.ntksweep.jobs.config.training;

import static org.ntksweep.jobs.config.key.Role.LAW;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ntksweep.core.data.InputScale;
import org.ntksweep.core.data.Targets;
import org.ntksweep.jobs.config.key.Axis;
import org.ntksweep.jobs.config.key.Key;
import org.ntksweep.jobs.config.key.NumberRule;
import org.ntksweep.jobs.config.key.ValueReader;
import org.ntksweep.jobs.config.key.Words;

/** The keys of what networks are trained on, in the order of the file. */
public final class DataKeys {
  private static final List<Key<?>> DECLARED = new ArrayList<>();

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

  /** How many examples to train on. */
  public static final Key<Optional<Integer>> EXAMPLES =
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

  /** How many examples to test on. */
  public static final Key<Integer> TEST =
      declare(
          Key.of(
                  "training.data.test",
                  LAW,
                  "how many to test on, of the test file or behind those to train on, of pairs the"
                      + " last inputs; none if not given",
                  NumberRule.whole(0, 10_000_000).ints())
              .orNothing());

  /** Squared norms of blobs stay within the range of a double. */
  private static final NumberRule SPREADS =
      NumberRule.real("a number above 0, at most 1e100", v -> v > 0 && v <= 1e100);

  static final Key<Double> SPREAD =
      declare(
          Key.of(
                  "training.data.spread",
                  LAW,
                  "of blobs, as a ratio to the norm of means; 0.5 if not given",
                  SPREADS.doubles())
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

  private DataKeys() {}

  private static <T> Key<T> declare(Key<T> key) {
    DECLARED.add(key);
    return key;
  }

  /** All of them. */
  static List<Key<?>> all() {
    return List.copyOf(DECLARED);
  }
}
