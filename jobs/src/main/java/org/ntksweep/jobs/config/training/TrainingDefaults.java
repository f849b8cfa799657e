package org.ntksweep.jobs.config.training;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ntksweep.core.data.InputScale;
import org.ntksweep.jobs.config.key.Key;
import org.ntksweep.jobs.config.yaml.Mapping;
import org.ntksweep.jobs.config.yaml.Shown;
import org.ntksweep.jobs.data.DataReader;
import org.ntksweep.jobs.data.SweepData;

/** Values of training that a file leaves out and that depend on others of its values. */
public final class TrainingDefaults {
  private static final int KERNEL_EXAMPLES = 128;

  private TrainingDefaults() {}

  /**
   * A file with those that depend on what it says.
   *
   * @throws org.ntksweep.jobs.config.yaml.ConfigException if it has a value that does not go with
   *     the others
   */
  public static Mapping beforeData(Mapping root) {
    Mapping filled = ofSource(root);
    filled = MethodKeys.METHOD.orElseIn(filled, MethodKeys.METHOD.fallback().orElseThrow());
    filled = ofMethod(filled, MethodKeys.METHOD.in(filled));
    return TrainingKeys.ALPHA.orElseIn(filled, "1");
  }

  /**
   * The data of a file, read if they have to be.
   *
   * @param cosines of pairs
   * @param seed of what is random
   * @throws org.ntksweep.jobs.config.yaml.ConfigException if they are not there, or not what is
   *     asked for
   */
  public static SweepData data(Mapping root, List<Double> cosines, long seed, DataReader reader) {
    return new DataSection(root).data(cosines, seed, reader);
  }

  /** The squared norm of inputs, as YAML, if the data and not the law decide it. */
  public static Optional<String> inputNorm2(Mapping root) {
    return DataKeys.INPUTS
        .findIn(root)
        .map(scale -> scale == InputScale.STANDARDIZED ? "n_0" : "1");
  }

  /** The same with those that depend on what was read. */
  public static Mapping afterData(Mapping root, SweepData data) {
    String kernel = Integer.toString(Math.min(KERNEL_EXAMPLES, data.examples()));
    Mapping filled = counted(TrainingKeys.KERNEL_EXAMPLES.orElseIn(root, kernel), data);
    return data.digest().map(digest -> DataKeys.DIGEST.orElseIn(filled, digest)).orElse(filled);
  }

  /** How many all examples are. */
  private static Mapping counted(Mapping root, SweepData data) {
    Key<?> examples = DataKeys.EXAMPLES;
    return examples.find(root).isPresent()
        ? examples.putIn(root, Integer.toString(data.examples()))
        : root;
  }

  private static Mapping ofSource(Mapping root) {
    String source = DataKeys.SOURCE.in(root);
    SourceKind kind = SourceKind.of(source);
    List<OwnKey> all = Stream.of(SourceKind.values()).flatMap(k -> k.own().stream()).toList();
    return OwnKey.fill(
        DataKeys.TARGETS.orElseIn(root, kind == SourceKind.PAIRS ? "signs" : "one_hot"),
        kind.own(),
        all,
        "source " + Shown.text(source));
  }

  private static Mapping ofMethod(Mapping root, MethodName method) {
    List<OwnKey> all = Stream.of(MethodName.values()).flatMap(m -> m.own().stream()).toList();
    Mapping filled = OwnKey.fill(root, method.own(), all, "method " + method.label());
    return method.hasSteps() && method != MethodName.SGD
        ? MethodKeys.BATCH.orElseIn(filled, "full")
        : filled;
  }
}
