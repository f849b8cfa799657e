package org.ntksweep.jobs.folder.files;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of files as a run folder has them: relative, and never a way out of it. */
public final class FileNames {
  private static final Pattern PART = Pattern.compile("[^/\\\\:\\p{Cntrl}]+");

  private FileNames() {}

  /** Whether a name stays below the folder it is relative to. */
  public static boolean isInside(String name) {
    return Stream.of(name.split("/", -1)).allMatch(FileNames::isPart);
  }

  private static boolean isPart(String part) {
    return PART.matcher(part).matches() && !part.equals(".") && !part.equals("..");
  }
}
