package org.ntksweep.core.data;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Inputs with their targets, as networks are shown them. Immutable. */
public final class Examples implements Serializable {
  private static final long serialVersionUID = 1;

  private final double[][] input;
  private final double[][] target;
  private final double[] label;

  /** Keeps the arrays. */
  Examples(double[][] input, double[][] target, double[] label) {
    this.input = input;
    this.target = target;
    this.label = label;
  }

  /**
   * Examples as they are.
   *
   * @param input N inputs of equal length
   * @param target their targets, of equal length
   * @param label their labels
   * @throws IllegalArgumentException if these do not belong together, or are none
   */
  public static Examples of(double[][] input, double[][] target, double[] label) {
    if (input.length == 0 || input.length != target.length || input.length != label.length) {
      throw new IllegalArgumentException(
          input.length + " inputs, " + target.length + " targets, " + label.length + " labels");
    }
    return new Examples(rows(input), rows(target), label.clone());
  }

  private static double[][] rows(double[][] rows) {
    for (double[] row : rows) {
      if (row.length == 0 || row.length != rows[0].length) {
        throw new IllegalArgumentException("rows of " + rows[0].length + " and " + row.length);
      }
    }
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  /** The number N of examples, at least 1. */
  public int count() {
    return input.length;
  }

  /** The number {@code n_0} of numbers of an input. */
  public int dimension() {
    return input[0].length;
  }

  /** The number C of numbers of a target. */
  public int outputs() {
    return target[0].length;
  }

  /** Entry j of input i. */
  public double input(int i, int j) {
    return input[i][j];
  }

  /** Entry k of target i. */
  public double target(int i, int k) {
    return target[i][k];
  }

  /** The label of example i, as it was read. */
  public double label(int i) {
    return label[i];
  }

  /**
   * What these examples are known by: SHA-256 of their numbers as big-endian doubles, N, n_0 and C
   * first, then input and target of every example. In hexadecimal.
   */
  public String digest() {
    MessageDigest digest = sha256();
    digest.update(bytes(count(), dimension(), outputs()));
    for (int i = 0; i < count(); i++) {
      digest.update(bytes(input[i]));
      digest.update(bytes(target[i]));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] bytes(double... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * numbers.length);
    bytes.asDoubleBuffer().put(numbers);
    return bytes.array();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
