/** Samples as Arrow batches, a vector for every column. */
package org.ntksweep.jobs.source.arrow;
