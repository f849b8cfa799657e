/** Statistics of samples: dispersion estimators, bootstrap errors, flags. Knows only numbers. */
package org.ntksweep.core.estimate;
