package org.ntksweep.jobs.config;

import java.io.Serializable;

/**
 * What a run folder keeps beside the estimates.
 *
 * @param samples whether it keeps the samples table
 * @param kernels whether it keeps the kernels of networks that are trained
 */
public record Output(boolean samples, boolean kernels) implements Serializable {
  private static final long serialVersionUID = 1;
}
