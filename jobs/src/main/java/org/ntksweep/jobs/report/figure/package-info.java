/** The charts of the page as files, drawn without a browser. */
package org.ntksweep.jobs.report.figure;
