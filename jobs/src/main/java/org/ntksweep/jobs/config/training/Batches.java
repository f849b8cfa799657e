package org.ntksweep.jobs.config.training;

import java.util.List;
import java.util.Optional;
import org.ntksweep.core.training.schedule.Batch;
import org.ntksweep.jobs.config.key.NumberRule;
import org.ntksweep.jobs.config.key.UnknownKeys;
import org.ntksweep.jobs.config.key.ValueReader;
import org.ntksweep.jobs.config.key.Words;
import org.ntksweep.jobs.config.yaml.Mapping;
import org.ntksweep.jobs.config.yaml.Value;

/** Batches as a sweep file says them. */
final class Batches {
  private static final String ALLOWED =
      "full, a whole number from 1 to 10,000,000 or {size: NUMBER, balanced: true}";

  private static final ValueReader<Integer> SIZE = NumberRule.whole(ALLOWED, 1, 10_000_000).ints();

  /** A number of examples, with {@code balanced} or without, or all of them. */
  static final ValueReader<Optional<Batch>> READER =
      ValueReader.of(ALLOWED, Batches::read).or("full");

  private Batches() {}

  private static Batch read(Value value) {
    if (!(value instanceof Mapping mapping)) {
      return Batch.of(SIZE.read(value));
    }
    UnknownKeys.check(mapping, List.of("size", "balanced"));
    boolean balanced = mapping.find("balanced").map(Words.FLAG::read).orElse(false);
    return new Batch(SIZE.require(mapping, "size"), balanced);
  }
}
