/**
 * Statistics of samples: dispersion estimators, bootstrap errors, flags; from samples in one place,
 * or from mergeable summaries. Knows only numbers.
 */
package org.ntksweep.core.estimate;
