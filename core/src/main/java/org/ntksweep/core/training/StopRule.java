package org.ntksweep.core.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * When training ends before its last step.
 *
 * @param decreaseBelow it ends if the lowest loss fell by less than this over {@code within}; 0 for
 *     never
 * @param within a number of steps, whole and at least 1; a time above 0 in gradient flow
 * @param lossBelow it ends once the loss is below this; 0 for never
 */
public record StopRule(double decreaseBelow, double within, double lossBelow)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /** All steps are made. */
  public static final StopRule NEVER = new StopRule(0, 1, 0);

  /** Why training ended before its last step. */
  public enum Reason {
    /** The loss was not finite. */
    DIVERGED,
    /** The loss was below {@link StopRule#lossBelow}. */
    LOSS,
    /** The lowest loss fell too little. */
    DECREASE;

    /** The word for it in tables: lower case. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The reason of a word; empty if it is none. */
    public static Optional<Reason> of(String label) {
      return Arrays.stream(values()).filter(reason -> reason.label().equals(label)).findFirst();
    }

    /**
     * Writes a reason, or that there is none.
     *
     * @throws IOException as {@code out} does
     */
    public static void write(DataOutput out, Optional<Reason> reason) throws IOException {
      out.writeUTF(reason.map(Reason::label).orElse(""));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException as {@code in} does, and for any other word
     */
    public static Optional<Reason> read(DataInput in) throws IOException {
      String label = in.readUTF();
      Optional<Reason> reason = of(label);
      if (reason.isEmpty() && !label.isEmpty()) {
        throw new IOException("no reason to stop: " + label);
      }
      return reason;
    }
  }
}
