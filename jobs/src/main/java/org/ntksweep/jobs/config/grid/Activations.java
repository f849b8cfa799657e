package org.ntksweep.jobs.config.grid;

import org.ntksweep.core.network.Activation;
import org.ntksweep.jobs.config.key.ValueReader;
import org.ntksweep.jobs.config.key.Words;
import org.ntksweep.jobs.config.yaml.Value;

/** Activations by name, a leaky ReLU with its slope behind it if it is another than 0.01. */
public final class Activations {
  private static final ValueReader<Activation> NAMED =
      Words.of(Activation.all().toArray(Activation[]::new), Activation::label);

  /** An activation. */
  public static final ValueReader<Activation> READER =
      ValueReader.of(NAMED.allowed() + ", or leaky_relu(SLOPE)", Activations::read);

  private Activations() {}

  private static Activation read(Value value) {
    if (!value.text().contains("(")) {
      return NAMED.read(value);
    }
    try {
      return Activation.parse(value.text());
    } catch (IllegalArgumentException e) {
      throw value.mustBe("leaky_relu(SLOPE) with a slope from -1e6 to 1e6");
    }
  }
}
