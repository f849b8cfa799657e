/** Samples in files: how many there should be, and reading those that were committed. */
package org.ntksweep.jobs.run.estimates.files;
