package org.ntksweep.jobs.config.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** A list of values. */
public record Sequence(String path, Place place, List<Value> items) implements Value {
  /** Copies the list. */
  public Sequence {
    items = List.copyOf(items);
  }

  @Override
  public String yaml() {
    return items.stream().map(Value::yaml).collect(Collectors.joining(", ", "[", "]"));
  }
}
