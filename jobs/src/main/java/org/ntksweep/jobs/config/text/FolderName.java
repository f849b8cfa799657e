package org.ntksweep.jobs.config.text;

import java.util.regex.Pattern;
import org.ntksweep.jobs.config.key.ValueReader;
import org.ntksweep.jobs.config.yaml.Value;

/** Names that every file system takes. */
public final class FolderName {
  private static final String ALLOWED =
      "a folder name of up to 100 letters, digits, '_', '.' and '-', the last two not first";

  /** Takes such names alone. */
  public static final ValueReader<String> READER = ValueReader.of(ALLOWED, FolderName::read);

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");

  private FolderName() {}

  private static String read(Value value) {
    if (!NAME.matcher(value.text()).matches()) {
      throw value.mustBe(ALLOWED);
    }
    return value.text();
  }
}
