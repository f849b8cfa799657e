package org.ntksweep.jobs.config.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.ntksweep.jobs.config.yaml.ConfigException;
import org.ntksweep.jobs.config.yaml.Place;
import org.ntksweep.jobs.config.yaml.YamlReader;

/** The text of sweep files, from sources of any size. */
public final class SweepText {
  private SweepText() {}

  /**
   * All of a stream, if it is no longer than a sweep file may be: a device never ends.
   *
   * @throws ConfigException if it is longer, or not UTF-8
   */
  public static String read(InputStream in, String sourceName) throws IOException {
    byte[] bytes = in.readNBytes(YamlReader.MAX_CHARACTERS + 1);
    if (bytes.length > YamlReader.MAX_CHARACTERS) {
      throw new ConfigException(Place.in(sourceName), "is too large for a sweep file (above 3 MB)");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ConfigException(Place.in(sourceName), "is not text in UTF-8");
    }
  }
}
