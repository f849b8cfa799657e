package org.ntksweep.jobs.config.grid;

import org.ntksweep.jobs.config.key.NumberRule;
import org.ntksweep.jobs.config.key.ValueReader;

/**
 * The squared norm of the inputs of a point.
 *
 * @param perDimension what each input dimension adds
 * @param fixed what there is at any dimension
 */
public record InputNorm(double perDimension, double fixed) {
  private static final String OF_DIMENSION = "n_0";

  /** A number, or the point's own input dimension. */
  public static final ValueReader<InputNorm> READER =
      NumberRule.real(OF_DIMENSION + " or a number above 0", v -> v > 0)
          .doubles()
          .or(OF_DIMENSION)
          .as(number -> number.map(fixed -> new InputNorm(0, fixed)).orElse(new InputNorm(1, 0)));

  /** The squared norm at an input dimension. */
  double at(int inputDim) {
    return perDimension * inputDim + fixed;
  }
}
