package org.ntksweep.jobs.folder;

/** What a run may do with what it finds in its folder. */
public enum RunMode {
  /** There must be nothing. */
  NEW,
  /** An earlier run is replaced. */
  OVERWRITE,
  /** An earlier run of the same sweep is completed. */
  RESUME
}
