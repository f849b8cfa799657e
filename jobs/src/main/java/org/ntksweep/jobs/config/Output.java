package org.ntksweep.jobs.config;

import java.io.Serializable;

/**
 * What a run folder keeps beside the estimates.
 *
 * @param samples whether it keeps the samples table
 */
public record Output(boolean samples) implements Serializable {
  private static final long serialVersionUID = 1;
}
