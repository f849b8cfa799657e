package org.ntksweep.jobs.folder.seal;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** YAML whose last line, a comment, is the checksum of the lines before. */
public final class SealedText {
  static final String BROKEN = "it is not as the run had written it";

  private static final String SEAL = "# crc32c: ";
  private static final Pattern SEALED =
      Pattern.compile("(.*\n)" + SEAL + "([^\n]*)\n", Pattern.DOTALL);

  private SealedText() {}

  /** The text, which ends with its line, and its checksum. */
  public static String sealed(String text) {
    return text + SEAL + Digest.checksum(text) + "\n";
  }

  /**
   * A text without its checksum.
   *
   * @param isSealed whether it must have one; older versions wrote none
   * @throws IOException if it is not what was sealed
   */
  public static String opened(String text, boolean isSealed) throws IOException {
    Matcher sealed = SEALED.matcher(text);
    if (!sealed.matches() && !isSealed) {
      return text;
    }
    if (!sealed.matches() || !sealed.group(2).equals(Digest.checksum(sealed.group(1)))) {
      throw new IOException(BROKEN);
    }
    return sealed.group(1);
  }
}
