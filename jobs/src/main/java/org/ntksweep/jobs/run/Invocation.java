package org.ntksweep.jobs.run;

import java.io.PrintWriter;

/**
 * Who started a run, and where it reports.
 *
 * @param version the version of ntksweep
 * @param commit the commit of its source; empty if unknown
 * @param command the command line, as a shell reads it, without secrets
 * @param progress where progress goes
 * @param terminal whether that is a terminal
 */
public record Invocation(
    String version, String commit, String command, PrintWriter progress, boolean terminal) {}
