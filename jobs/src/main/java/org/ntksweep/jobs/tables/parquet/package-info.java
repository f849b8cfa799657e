/** Parquet's files as tables, read without Spark. */
package org.ntksweep.jobs.tables.parquet;
