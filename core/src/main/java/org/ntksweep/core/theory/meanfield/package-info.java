/**
 * Signals in deep, infinitely wide networks: variances, correlations, phases and the edge of chaos.
 */
package org.ntksweep.core.theory.meanfield;
