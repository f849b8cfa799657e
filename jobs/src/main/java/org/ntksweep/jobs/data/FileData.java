package org.ntksweep.jobs.data;

import java.util.Optional;
import java.util.OptionalInt;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.training.TrainingData;

/** Examples that were read, the same for every law. Equal if their digests are. */
public final class FileData implements SweepData {
  private static final long serialVersionUID = 1;

  private final TrainingData data;
  private final String digest;

  /** Data as they were read. */
  public FileData(TrainingData data) {
    this.data = data;
    digest = data.digest();
  }

  @Override
  public TrainingData at(Network law) {
    return data;
  }

  @Override
  public int examples() {
    return data.train().count();
  }

  @Override
  public int tests() {
    return data.test().map(Examples::count).orElse(0);
  }

  @Override
  public OptionalInt dimension() {
    return OptionalInt.of(data.train().dimension());
  }

  @Override
  public OptionalInt outputs() {
    return OptionalInt.of(data.train().outputs());
  }

  @Override
  public Optional<String> digest() {
    return Optional.of(digest);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FileData that && digest.equals(that.digest);
  }

  @Override
  public int hashCode() {
    return digest.hashCode();
  }
}
