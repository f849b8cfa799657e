package org.ntksweep.core.matrix;

import java.util.Locale;

/** The floating-point numbers a matrix is made of. */
public enum Precision {
  /** 53 significant bits. */
  DOUBLE(Double.BYTES),
  /** 24 significant bits. */
  FLOAT(Float.BYTES);

  private final int bytes;

  Precision(int bytes) {
    this.bytes = bytes;
  }

  /** The size of one number. */
  public int bytes() {
    return bytes;
  }

  /** The name used in sweep files: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
