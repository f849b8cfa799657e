/**
 * The Spark data source {@code ntk}: the samples of a sweep as a table that is computed when it is
 * read. A row is one kernel entry of one random network.
 *
 * <pre>
 * spark.read().format("ntk").load("conf/quickstart.yaml")
 * </pre>
 *
 * <p>The sweep is parsed and cut into tasks on the driver. Executors are handed tasks, draw the
 * samples and pass them on in Arrow batches.
 */
package org.ntksweep.jobs.source;
