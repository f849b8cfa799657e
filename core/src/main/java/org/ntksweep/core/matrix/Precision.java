package org.ntksweep.core.matrix;

import java.util.Locale;

/** The floating-point numbers a matrix is made of. */
public enum Precision {
  /** 53 significant bits. */
  DOUBLE(Double.BYTES, Math.ulp(1.0)),
  /** 24 significant bits. */
  FLOAT(Float.BYTES, Math.ulp(1f));

  private final int bytes;
  private final double ulp;

  Precision(int bytes, double ulp) {
    this.bytes = bytes;
    this.ulp = ulp;
  }

  /** The size of one number. */
  public int bytes() {
    return bytes;
  }

  /** How far apart 1 and the next larger number are. */
  public double ulp() {
    return ulp;
  }

  /** The name used in sweep files: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
