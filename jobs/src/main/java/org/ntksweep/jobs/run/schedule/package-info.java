/** What is left to do in a run, wave by wave. */
package org.ntksweep.jobs.run.schedule;
