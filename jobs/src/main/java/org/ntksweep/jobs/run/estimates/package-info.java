/** The tables of a sweep as queries: points, samples, and what the samples of a point say. */
package org.ntksweep.jobs.run.estimates;
