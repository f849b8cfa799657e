package org.ntksweep.jobs.config;

import java.io.Serializable;

/**
 * How exactly the ratios of a point are wanted.
 *
 * @param relError half the width of the ratio's interval over the ratio, at most; positive
 * @param maxSamples where a point stops, reached or not
 */
public record RatioTarget(double relError, long maxSamples) implements Serializable {
  private static final long serialVersionUID = 1;
}
