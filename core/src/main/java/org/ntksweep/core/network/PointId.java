package org.ntksweep.core.network;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A 64-bit hash of a network law's physics, of what is done to its networks if anything is, and of
 * nothing else. It names the point in every table; that of the law alone keys its random numbers,
 * so it may never change for a given law.
 *
 * @param bits the first eight bytes, big-endian, of the SHA-256 digest of a canonical text
 */
public record PointId(long bits) implements Serializable {
  private static final long serialVersionUID = 1;

  /** The identity of a law. */
  public static PointId of(Network network) {
    return ofText(canonicalText(network));
  }

  /**
   * The identity of a law to whose networks something is done.
   *
   * @param done what, as a text that is the same if, and only if, the same is done
   */
  public static PointId of(Network network, String done) {
    return ofText(canonicalText(network) + ";" + done);
  }

  private static PointId ofText(String text) {
    return new PointId(ByteBuffer.wrap(sha256(text)).getLong());
  }

  /**
   * Doubles by their bits: decimal renderings differ between Java releases. A text that does not
   * name them means Gaussian initialization, unit inputs, and all parameters trained.
   */
  private static String canonicalText(Network network) {
    StringBuilder text = new StringBuilder(commonText(network));
    if (!network.isGaussian()) {
      text.append(";initialization=").append(network.initialization().label());
    }
    if (network.inputNorm2() != 1) {
      text.append(";input_norm2=").append(bits(network.inputNorm2()));
    }
    if (network.trainable() != Trainable.ALL) {
      text.append(";trainable=").append(network.trainable().label());
    }
    return text.toString();
  }

  private static String commonText(Network network) {
    return String.join(
        ";",
        "activation=" + network.activation().label(),
        "sigma_w2=" + bits(network.sigmaW2()),
        "sigma_b2=" + bits(network.sigmaB2()),
        "widths=" + network.widths(),
        "parametrization=" + network.parametrization().label());
  }

  private static String bits(double value) {
    return Long.toHexString(Double.doubleToLongBits(value));
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
