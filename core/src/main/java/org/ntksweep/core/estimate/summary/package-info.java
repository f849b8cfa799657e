/**
 * Estimates of samples that stream by: summaries that merge, with the same bits however the samples
 * were cut.
 */
package org.ntksweep.core.estimate.summary;
