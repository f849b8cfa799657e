package org.ntksweep.jobs.folder.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * What tells a file from what becomes of it on a disk that fails: no seal against forgers.
 *
 * @param bytes its length
 * @param crc32c the checksum of its bytes, as eight hexadecimal digits
 */
public record Digest(long bytes, String crc32c) implements Serializable {
  private static final int BUFFER = 1 << 20;

  /** The digest of all that is left of a stream. */
  public static Digest of(InputStream in) throws IOException {
    Checksum checksum = new CRC32C();
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      checksum.update(buffer, 0, read);
      bytes += read;
    }
    return new Digest(bytes, hexadecimal(checksum));
  }

  /** The checksum of a text in UTF-8. */
  static String checksum(String text) {
    Checksum checksum = new CRC32C();
    checksum.update(text.getBytes(StandardCharsets.UTF_8));
    return hexadecimal(checksum);
  }

  private static String hexadecimal(Checksum checksum) {
    return HexFormat.of().toHexDigits((int) checksum.getValue());
  }
}
