/** Charts of networks along training: planes of where they came to, curves of how. */
package org.ntksweep.jobs.report.training.chart;
