package org.ntksweep.jobs.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.hadoop.util.ShutdownHookManager;
import org.ntksweep.jobs.tables.RunTable;

/**
 * Keeps the manifest of a running run true: what is complete, and how the run ended, also when it
 * is interrupted. The first end that is told is the one that stands.
 */
final class RunRecord implements AutoCloseable {
  /** Before Spark's own hook, which would end the jobs and the file systems. */
  private static final int HOOK_PRIORITY = 50;

  private final RunFolder folder;
  private final Manifest manifest;
  private final PrintWriter err;
  private final long start = System.nanoTime();
  private final Runnable hook = this::interrupted;
  private boolean ended;

  RunRecord(RunFolder folder, Manifest manifest, PrintWriter err) {
    this.err = err;
    this.folder = folder;
    this.manifest = manifest;
    ShutdownHookManager.get().addShutdownHook(hook, HOOK_PRIORITY);
  }

  synchronized List<RunTable> complete() {
    return manifest.complete();
  }

  synchronized boolean isComplete(RunTable table) {
    return manifest.rows(table).isPresent();
  }

  /** Adds to the core time something has taken, over all attempts at this run. */
  synchronized void spent(String what, double coreSeconds) {
    manifest.coreSeconds(what, manifest.number("core_seconds", what) + coreSeconds);
  }

  synchronized void samplesPerSecond(double rate) {
    manifest.put("samples_per_second", rate);
  }

  synchronized void complete(RunTable table, long rows) throws IOException {
    if (!ended) {
      manifest.complete(table, rows);
      folder.write(manifest);
    }
  }

  void completed() throws IOException {
    end(RunStatus.COMPLETE, "");
  }

  void failed(String reason) throws IOException {
    end(RunStatus.FAILED, reason);
  }

  private void interrupted() {
    endAnyhow("interrupted");
    err.println("\nntk-sweep: interrupted\n" + Failures.advice(folder, complete()));
    err.flush();
  }

  private void endAnyhow(String reason) {
    try {
      end(RunStatus.FAILED, reason);
    } catch (IOException e) {
      // The manifest still says that the run is going on, which a reader takes for not complete.
    }
  }

  private synchronized void end(RunStatus status, String message) throws IOException {
    if (!ended) {
      ended = true;
      manifest.status(status, message);
      manifest.put("finished", now());
      double wallSeconds = (System.nanoTime() - start) / 1e9;
      manifest.put("wall_seconds", manifest.number("wall_seconds") + wallSeconds);
      folder.write(manifest);
    }
  }

  static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** A run that told no end did not come to a good one. */
  @Override
  public void close() {
    endAnyhow("stopped unexpectedly");
    if (!ShutdownHookManager.get().isShutdownInProgress()) {
      ShutdownHookManager.get().removeShutdownHook(hook);
    }
  }
}
