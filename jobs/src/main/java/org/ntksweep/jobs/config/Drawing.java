package org.ntksweep.jobs.config;

import org.ntksweep.core.sampling.SamplerKind;
import org.ntksweep.core.sampling.VarianceReduction;

/**
 * What draws the networks of a point.
 *
 * @param sampler the sampler
 * @param reduction which law it draws from
 */
public record Drawing(SamplerKind sampler, VarianceReduction reduction) {}
