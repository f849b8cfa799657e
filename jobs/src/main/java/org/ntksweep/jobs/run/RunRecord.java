package org.ntksweep.jobs.run;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.sql.SparkSession;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.folder.Manifest;
import org.ntksweep.jobs.folder.ResumeAdvice;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.folder.RunMode;
import org.ntksweep.jobs.folder.RunStatus;
import org.ntksweep.jobs.folder.lock.RunLock;
import org.ntksweep.jobs.run.watch.RunAccount;
import org.ntksweep.jobs.shell.Reason;
import org.ntksweep.jobs.shell.RequestException;
import org.ntksweep.jobs.tables.RunTable;

/**
 * Keeps the manifest of a running run true: what is complete, and how the run ended, also when it
 * is interrupted. The first end that is told is the one that stands.
 */
final class RunRecord implements RunAccount, AutoCloseable {
  /** Before Spark's own hook, which would end the jobs and the file systems. */
  private static final int HOOK_PRIORITY = 50;

  /** An interruption waits for a commit that is under way. */
  private static final int LONGEST_COMMIT_MINUTES = 60;

  private final RunFolder folder;
  private final Manifest manifest;
  private final RunLock lock;
  private final PrintWriter err;
  private final double secondsBefore;
  private final long start = System.nanoTime();
  private final Runnable hook = this::interrupted;
  private boolean ended;

  private RunRecord(RunFolder folder, Manifest manifest, RunLock lock, PrintWriter err) {
    this.folder = folder;
    this.manifest = manifest;
    this.lock = lock;
    this.err = err;
    secondsBefore = manifest.number("wall_seconds");
    ShutdownHookManager.get()
        .addShutdownHook(hook, HOOK_PRIORITY, LONGEST_COMMIT_MINUTES, TimeUnit.MINUTES);
  }

  /**
   * Locks the folder of a run, and writes what is known before it starts.
   *
   * @throws RequestException if the folder cannot be written to, or another run writes to it
   */
  static RunRecord begin(
      SparkSession spark, SweepFile file, RunFolder folder, RunMode mode, Invocation invocation) {
    try {
      folder.files().create();
      RunLock lock = RunLock.acquire(folder.files());
      try {
        Manifest manifest = mode == RunMode.RESUME ? folder.manifestIfAny() : Manifest.empty();
        Description.write(manifest, spark, file.sweep(), invocation);
        if (mode == RunMode.OVERWRITE) {
          folder.write(manifest); // the run before is not complete any more
          folder.clear();
        } else if (mode == RunMode.RESUME) {
          folder.clearDerived();
        }
        folder.begin(file.resolvedYaml(), manifest);
        return new RunRecord(folder, manifest, lock, invocation.progress());
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new RequestException(folder + ": cannot be written to: " + Reason.of(e));
    }
  }

  /** How much of the sweep is safe, as it is known now. */
  synchronized Manifest manifest() {
    return manifest.copy();
  }

  @Override
  public synchronized void spent(String what, double coreSeconds) {
    manifest.coreSeconds(what, manifest.number("core_seconds", what) + coreSeconds);
  }

  @Override
  public synchronized void samplesPerSecond(double rate) {
    manifest.put("samples_per_second", rate);
  }

  /** Something to do that writes to the folder. */
  interface Step {
    void run() throws IOException;
  }

  /** Does what an interruption must wait for, or must have kept from happening. */
  synchronized void uninterrupted(Step step) throws IOException {
    if (ended) {
      throw new InterruptedIOException("interrupted");
    }
    step.run();
  }

  /** A wave was committed. */
  synchronized void progress(long points, long samples, long waves, long commits)
      throws IOException {
    if (!ended) {
      manifest.put("commits", commits);
      manifest.put("points_estimated", points);
      manifest.put("samples", samples);
      manifest.put("waves", waves);
      manifest.put("wall_seconds", wallSeconds());
      folder.write(manifest);
    }
  }

  synchronized void complete(RunTable table, long rows) {
    manifest.complete(table, rows);
  }

  void completed() throws IOException {
    end(RunStatus.COMPLETE, "");
  }

  void failed(String reason) throws IOException {
    end(RunStatus.FAILED, reason);
  }

  private void interrupted() {
    // What Spark says while it is taken down under a run is not for people.
    Configurator.setAllLevels("", Level.OFF);
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    endAnyhow("interrupted");
    err.println("\nntk-sweep: interrupted\n" + ResumeAdvice.of(folder, manifest()));
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
      manifest.put("wall_seconds", wallSeconds());
      try {
        folder.write(manifest);
      } finally {
        lock.close();
      }
    }
  }

  private double wallSeconds() {
    return secondsBefore + (System.nanoTime() - start) / 1e9;
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
