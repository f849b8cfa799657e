/**
 * Estimators of the dispersion {@code E[Theta^2] / E[Theta]^2}, as types that say what each needs:
 * power sums, the samples themselves, or replicates of its own.
 */
package org.ntksweep.core.estimate.ratio;
