/** The tables of a run folder: their columns, and reading them without Spark. */
package org.ntksweep.jobs.tables;
