package org.ntksweep.jobs.folder;

import java.util.Arrays;
import java.util.Locale;

/** How far a run came. */
public enum RunStatus {
  /** It is going on, or was killed without a chance to say so. */
  RUNNING,
  /** All its tables are there. */
  COMPLETE,
  /** It stopped early and says why. */
  FAILED;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status of this label; what cannot be read did not complete. */
  static RunStatus of(String label) {
    return Arrays.stream(values()).filter(s -> s.label().equals(label)).findFirst().orElse(FAILED);
  }
}
