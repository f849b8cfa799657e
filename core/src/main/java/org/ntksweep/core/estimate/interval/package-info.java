/** Half-widths of confidence intervals under known laws. */
package org.ntksweep.core.estimate.interval;
