/** Where samples are drawn and passed on in batches: a task, on an executor. */
package org.ntksweep.jobs.source.read;
