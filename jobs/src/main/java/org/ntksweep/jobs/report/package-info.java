/**
 * The page people look at after a run, and its charts as files: estimates become columns, columns
 * and templates become Vega-Lite charts, charts and sentences become one HTML file.
 */
package org.ntksweep.jobs.report;
