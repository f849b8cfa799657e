/**
 * What a report is about: the estimates of a sweep as rows, fewer of them where there are too many
 * to look at, and numbers as text.
 */
package org.ntksweep.jobs.report.rows;
