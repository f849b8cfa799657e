package org.ntksweep.core.training;

import java.io.Serializable;

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
}
