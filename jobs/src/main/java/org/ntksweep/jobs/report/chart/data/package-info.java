/** The rows charts draw: measured, derived, and curves of theory beside them. */
package org.ntksweep.jobs.report.chart.data;
