/** Networks that were trained, for people. */
package org.ntksweep.jobs.report.training;
