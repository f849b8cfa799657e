package org.ntksweep.jobs.shell;

/** How this program was called: what it prints can be pasted where that was typed. */
public final class Launcher {
  /** The command, as a shell reads it; the scripts of {@code deploy/} say what was typed. */
  private static final String COMMAND = said("NTKSWEEP_COMMAND", "ntk-sweep");

  /** The same with all that starts a run. */
  private static final String RUN = said("NTKSWEEP_RUN", COMMAND + " run");

  private Launcher() {}

  /** The command. */
  public static String command() {
    return COMMAND;
  }

  /** What starts runs. */
  public static String run() {
    return RUN;
  }

  /** A command on a run folder. */
  public static String command(String name, String folder) {
    return COMMAND + " " + name + " " + ShellQuote.path(folder);
  }

  private static String said(String variable, String otherwise) {
    return System.getenv().getOrDefault(variable, otherwise);
  }
}
