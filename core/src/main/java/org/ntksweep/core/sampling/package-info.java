/**
 * Samplers of the tangent kernel at initialization: one law, several costs. See {@link
 * org.ntksweep.core.sampling.SamplerKind} for what each applies to.
 */
package org.ntksweep.core.sampling;
