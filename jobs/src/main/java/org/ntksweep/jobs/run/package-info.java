/** The driver of a run: a sweep becomes a run folder, completely or visibly not. */
package org.ntksweep.jobs.run;
