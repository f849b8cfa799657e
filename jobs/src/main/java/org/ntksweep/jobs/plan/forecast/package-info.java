/** What a sweep will take, before it starts: time, memory, disk. */
package org.ntksweep.jobs.plan.forecast;
