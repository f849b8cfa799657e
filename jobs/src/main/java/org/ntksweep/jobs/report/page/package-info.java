/** The page people look at after a run: charts and sentences become one HTML file. */
package org.ntksweep.jobs.report.page;
