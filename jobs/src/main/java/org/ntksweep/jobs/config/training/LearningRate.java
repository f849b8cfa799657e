package org.ntksweep.jobs.config.training;

import java.io.Serializable;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.ntksweep.jobs.config.key.Axis;
import org.ntksweep.jobs.config.key.NumberRule;
import org.ntksweep.jobs.config.key.UnknownKeys;
import org.ntksweep.jobs.config.key.ValueReader;
import org.ntksweep.jobs.config.yaml.Mapping;
import org.ntksweep.jobs.config.yaml.Value;

/** A learning rate as a sweep file says it. */
public sealed interface LearningRate extends Serializable {

  /**
   * The rate at a point.
   *
   * @param stable the largest stable rate there, which is asked for only where it is needed
   */
  double at(DoubleSupplier stable);

  /** A number. */
  record Fixed(double rate) implements LearningRate {
    private static final long serialVersionUID = 1;

    @Override
    public double at(DoubleSupplier stable) {
      return rate;
    }

    @Override
    public String toString() {
      return Double.toString(rate);
    }
  }

  /** A share of the largest stable rate. */
  record OfStable(double share) implements LearningRate {
    private static final long serialVersionUID = 1;

    @Override
    public double at(DoubleSupplier stable) {
      return share * stable.getAsDouble();
    }

    @Override
    public String toString() {
      return "{of_stable: " + share + "}";
    }
  }

  /** None, as where no step is made: whatever stands in its place decides nothing. */
  record None() implements LearningRate {
    private static final long serialVersionUID = 1;

    @Override
    public double at(DoubleSupplier stable) {
      return 1;
    }

    @Override
    public String toString() {
      return "none";
    }
  }

  /** Numbers, or {@code {of_stable: numbers}}, or a list of both. */
  ValueReader<List<LearningRate>> READER =
      ValueReader.of(
          "a number above 0, or {of_stable: SHARE} of 2/lambda_max of the infinite-width kernel",
          LearningRate::read);

  private static List<LearningRate> read(Value value) {
    if (value.items().isEmpty()) {
      throw value.error("must have at least one value, not []");
    }
    return value.items().stream()
        .<LearningRate>flatMap(item -> rates(item).stream())
        .distinct()
        .toList();
  }

  private static List<? extends LearningRate> rates(Value item) {
    return item instanceof Mapping mapping && !mapping.has("from")
        ? ofStable(mapping)
        : Axis.doubles(NumberRule.POSITIVE).read(item).stream().map(Fixed::new).toList();
  }

  private static List<OfStable> ofStable(Mapping mapping) {
    UnknownKeys.check(mapping, List.of("of_stable"));
    return Axis.doubles(NumberRule.POSITIVE).require(mapping, "of_stable").stream()
        .map(OfStable::new)
        .toList();
  }
}
