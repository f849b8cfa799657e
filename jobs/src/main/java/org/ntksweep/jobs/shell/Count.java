package org.ntksweep.jobs.shell;

import java.util.Locale;

/** Counts as people say them. */
public final class Count {
  private Count() {}

  /** A number of things, such as 1 point or 2,000 points. */
  public static String of(long number, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
  }
}
