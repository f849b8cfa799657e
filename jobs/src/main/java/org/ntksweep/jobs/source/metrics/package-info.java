/** What a read tells of itself: samples, time, work. */
package org.ntksweep.jobs.source.metrics;
