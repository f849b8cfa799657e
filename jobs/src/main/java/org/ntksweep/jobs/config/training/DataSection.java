package org.ntksweep.jobs.config.training;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.ntksweep.core.data.Classes;
import org.ntksweep.core.data.DataException;
import org.ntksweep.core.data.ExampleChoice;
import org.ntksweep.core.data.Targets;
import org.ntksweep.jobs.config.key.NumberRule;
import org.ntksweep.jobs.config.yaml.ConfigException;
import org.ntksweep.jobs.config.yaml.Mapping;
import org.ntksweep.jobs.config.yaml.Value;
import org.ntksweep.jobs.data.BlobData;
import org.ntksweep.jobs.data.DataReader;
import org.ntksweep.jobs.data.DataRequest;
import org.ntksweep.jobs.data.PairData;
import org.ntksweep.jobs.data.SweepData;

/**
 * The data of a sweep file.
 *
 * @param root the file, its defaults that depend on the source filled in
 */
record DataSection(Mapping root) {
  /** What a label of a class may be. */
  static final NumberRule LABEL = NumberRule.whole(Integer.MIN_VALUE, Integer.MAX_VALUE);

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}(-[0-9a-f]{64})?");
  private static final int LONGEST_SOURCE = 4096;

  /** A source as it was written. */
  static String source(Value value) {
    if (value.text().isBlank() || value.text().length() > LONGEST_SOURCE) {
      throw value.mustBe(DataKeys.SOURCE.reader().allowed());
    }
    return value.text();
  }

  /** A digest as it was written. */
  static String digest(Value value) {
    if (!DIGEST.matcher(value.text()).matches()) {
      throw value.mustBe(DataKeys.DIGEST.reader().allowed());
    }
    return value.text();
  }

  /**
   * The data, read if they have to be.
   *
   * @param cosines of pairs
   * @param seed of what is random
   * @throws ConfigException if they are not there, or not what is asked for
   */
  SweepData data(List<Double> cosines, long seed, DataReader reader) {
    Targets targets = DataKeys.TARGETS.in(root);
    return switch (SourceKind.of(DataKeys.SOURCE.in(root))) {
      case PAIRS -> pairs(cosines, seed, targets);
      case BLOBS -> blobs(seed, targets);
      case FILE -> file(targets, reader);
    };
  }

  private SweepData pairs(List<Double> cosines, long seed, Targets targets) {
    if (targets != Targets.SIGNS) {
      throw DataKeys.TARGETS.value(root).mustBe("signs for pairs");
    }
    List<Double> others = cosines.stream().filter(cosine -> cosine != 1).toList();
    int test = DataKeys.TEST.in(root);
    if (test > others.size()) {
      throw DataKeys.TEST
          .value(root)
          .mustBe("less than the number of inputs, " + (1 + others.size()));
    }
    return new PairData(others, test, seed);
  }

  private SweepData blobs(long seed, Targets targets) {
    int classes = classCount();
    if (targets == Targets.SIGNS && classes != 2) {
      throw DataKeys.CLASSES.value(root).mustBe("2 for the targets signs");
    }
    int examples =
        DataKeys.EXAMPLES
            .findIn(root)
            .flatMap(Function.identity())
            .orElseThrow(() -> DataKeys.EXAMPLES.mustBe(root, "a number of examples for blobs"));
    if (examples < classes) {
      throw DataKeys.EXAMPLES.value(root).mustBe("at least the number of classes, " + classes);
    }
    return new BlobData(
        classes,
        examples,
        DataKeys.TEST.in(root),
        DataKeys.SPREAD.in(root),
        DataKeys.INPUTS.in(root),
        targets,
        seed);
  }

  private int classCount() {
    List<Integer> count =
        DataKeys.CLASSES.findIn(root).flatMap(Function.identity()).orElse(List.of());
    if (count.size() != 1 || count.get(0) < 1 || count.get(0) > 1_000_000) {
      throw DataKeys.CLASSES.mustBe(root, "a number of classes for blobs");
    }
    return count.get(0);
  }

  private SweepData file(Targets targets, DataReader reader) {
    checkClasses(targets);
    Optional<Integer> examples = DataKeys.EXAMPLES.in(root);
    ExampleChoice choice =
        new ExampleChoice(
            DataKeys.CLASSES
                .in(root)
                .map(labels -> Classes.of(labels.stream().mapToInt(Integer::intValue).toArray())),
            examples.map(OptionalInt::of).orElse(OptionalInt.empty()),
            DataKeys.BALANCED.in(root));
    DataRequest request =
        new DataRequest(
            DataKeys.SOURCE.in(root),
            choice,
            DataKeys.TEST.in(root),
            DataKeys.INPUTS.in(root),
            targets);
    return checked(read(request, reader));
  }

  private void checkClasses(Targets targets) {
    if (!targets.isOfClasses()) {
      if (DataKeys.CLASSES.in(root).isPresent()) {
        throw DataKeys.CLASSES.value(root).mustBe("all for the targets values");
      }
      if (DataKeys.BALANCED.in(root)) {
        throw DataKeys.BALANCED.value(root).mustBe("false for the targets values");
      }
    }
  }

  private SweepData read(DataRequest request, DataReader reader) {
    try {
      return reader.read(request);
    } catch (DataException e) {
      throw DataKeys.SOURCE.value(root).error(e.getMessage());
    }
  }

  private SweepData checked(SweepData data) {
    DataKeys.DIGEST
        .find(root)
        .ifPresent(value -> data.digest().ifPresent(found -> checkDigest(value, found)));
    return data;
  }

  private static void checkDigest(Value expected, String found) {
    if (!DataKeys.DIGEST.reader().read(expected).equals(found)) {
      throw expected.error("the data are others than these: their digest is " + found);
    }
  }
}
