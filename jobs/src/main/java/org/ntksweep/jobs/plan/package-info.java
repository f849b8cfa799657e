/**
 * From a sweep to tasks of equal predicted cost: the samples of one costly point may be spread over
 * many tasks, and many cheap points may share one.
 */
package org.ntksweep.jobs.plan;
