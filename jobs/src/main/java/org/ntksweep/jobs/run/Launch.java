package org.ntksweep.jobs.run;

import java.io.PrintWriter;

/**
 * Who started a run, and where it reports.
 *
 * @param version the version of ntksweep
 * @param command the command line
 * @param progress where progress goes
 * @param terminal whether that is a terminal
 */
public record Launch(String version, String command, PrintWriter progress, boolean terminal) {}
