package org.ntksweep.jobs.config;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.ntksweep.jobs.config.key.Key;
import org.ntksweep.jobs.config.training.TrainingDefaults;
import org.ntksweep.jobs.config.training.TrainingKeys;
import org.ntksweep.jobs.config.yaml.Mapping;
import org.ntksweep.jobs.data.DataReader;
import org.ntksweep.jobs.data.SweepData;

/**
 * A file with every value it leaves out.
 *
 * @param root the file
 * @param data what its networks are trained on, if they are
 */
record Completion(Mapping root, Optional<SweepData> data) {

  /**
   * Completes a checked file. What depends on data follows from them.
   *
   * @throws org.ntksweep.jobs.config.yaml.ConfigException if a value is not allowed, or the data
   *     are not there or not what is asked for
   */
  static Completion of(Mapping given, DataReader reader) {
    if (!given.has(TrainingKeys.SECTION)) {
      TrainingKeys.ofGrid()
          .forEach(key -> key.refuse(given, "goes with training, which is missing"));
      SweepKeys.OUTPUT_KERNELS.refuse(given, "goes with training, which is missing");
      return new Completion(SweepKeys.SCHEMA.complete(given), Optional.empty());
    }
    Mapping filled = TrainingDefaults.beforeData(given);
    Mapping rest = SweepKeys.SCHEMA.complete(filled);
    SweepData data =
        TrainingDefaults.data(filled, SweepKeys.COSINES.in(rest), SweepKeys.SEED.in(rest), reader);
    filled = ofGrid(TrainingDefaults.afterData(filled, data), data);
    return new Completion(SweepKeys.SCHEMA.complete(filled), Optional.of(data));
  }

  /** Inputs and outputs of networks are those of the data. */
  private static Mapping ofGrid(Mapping root, SweepData data) {
    Mapping filled =
        orElseIn(
            root,
            SweepKeys.INPUT_DIM,
            data.dimension(),
            SweepKeys.WIDTHS,
            SweepKeys.INPUT_DIM,
            SweepKeys.ALPHA0);
    filled = orElseIn(filled, SweepKeys.OUTPUTS, data.outputs(), SweepKeys.WIDTHS);
    Optional<String> norm2 = TrainingDefaults.inputNorm2(root);
    return norm2.isPresent() ? SweepKeys.INPUT_NORM2.orElseIn(filled, norm2.get()) : filled;
  }

  private static Mapping orElseIn(Mapping root, Key<?> key, OptionalInt value, Key<?>... instead) {
    boolean said = Stream.of(instead).anyMatch(other -> other.find(root).isPresent());
    return said || value.isEmpty() ? root : key.orElseIn(root, Integer.toString(value.getAsInt()));
  }
}
