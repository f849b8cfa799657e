/** When a network may be taken for its infinite-width kernel. */
package org.ntksweep.jobs.report.verdict;
