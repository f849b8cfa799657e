package org.ntksweep.jobs.config;

import java.util.List;
import java.util.stream.Collectors;

/** A list of values. */
record Sequence(String path, Place place, List<Value> items) implements Value {
  Sequence {
    items = List.copyOf(items);
  }

  @Override
  public String yaml() {
    return items.stream().map(Value::yaml).collect(Collectors.joining(", ", "[", "]"));
  }
}
