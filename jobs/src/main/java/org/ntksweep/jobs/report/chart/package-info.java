/** Estimates become columns, columns and templates become Vega-Lite charts. */
package org.ntksweep.jobs.report.chart;
