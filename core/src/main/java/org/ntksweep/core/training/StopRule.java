package org.ntksweep.core.training;

import java.io.Serializable;

/**
 * When training ends before its last step.
 *
 * @param decreaseBelow it ends if the lowest loss fell by less than this over {@code within} steps;
 *     0 for never
 * @param within a number of steps, at least 1
 * @param lossBelow it ends once the loss is below this; 0 for never
 */
public record StopRule(double decreaseBelow, long within, double lossBelow)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /** All steps are made. */
  public static final StopRule NEVER = new StopRule(0, 1, 0);
}
