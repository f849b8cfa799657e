package org.ntksweep.core.network;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A 64-bit hash of a network law's physics and of nothing else. It names the point in every table
 * and keys its random numbers, so it may never change for a given law.
 *
 * @param bits the first eight bytes, big-endian, of the SHA-256 digest of the law's canonical text
 */
public record PointId(long bits) implements Serializable {
  private static final long serialVersionUID = 1;

  /** The identity of a law. */
  public static PointId of(Network network) {
    return new PointId(ByteBuffer.wrap(sha256(canonicalText(network))).getLong());
  }

  /**
   * Doubles by their bits: decimal renderings differ between Java releases. Gaussian initialization
   * is what a text means that names none.
   */
  private static String canonicalText(Network network) {
    String physics = commonText(network);
    return network.isGaussian()
        ? physics
        : physics + ";initialization=" + network.initialization().label();
  }

  private static String commonText(Network network) {
    return String.join(
        ";",
        "activation=" + network.activation().label(),
        "sigma_w2=" + Long.toHexString(Double.doubleToLongBits(network.sigmaW2())),
        "sigma_b2=" + Long.toHexString(Double.doubleToLongBits(network.sigmaB2())),
        "widths=" + network.widths(),
        "parametrization=" + network.parametrization().label());
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Sixteen lower-case hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(bits);
  }
}
