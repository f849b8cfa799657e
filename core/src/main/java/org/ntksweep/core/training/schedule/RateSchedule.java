package org.ntksweep.core.training.schedule;

import java.io.Serializable;
import java.util.List;

/**
 * The learning rate of every step: {@code eta gamma^k} from the k-th milestone on, as {@code
 * MultiStepLR} of PyTorch has it.
 *
 * @param initial eta, finite and above 0
 * @param milestones steps, from 0, never falling: the first that are made at the next rate, or at
 *     the one after it where a step stands twice
 * @param gamma what a rate is multiplied by, finite and above 0
 */
public record RateSchedule(double initial, List<Long> milestones, double gamma)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /** Copies the list; without milestones there is one schedule for every gamma, that of 1. */
  public RateSchedule {
    milestones = List.copyOf(milestones);
    gamma = milestones.isEmpty() ? 1 : gamma;
  }

  /** The same rate for every step. */
  public static RateSchedule constant(double rate) {
    return new RateSchedule(rate, List.of(), 1);
  }

  /** Whether every step has the same. */
  public boolean isConstant() {
    return milestones.isEmpty();
  }

  /** The same schedule from another rate on. */
  public RateSchedule from(double otherInitial) {
    return new RateSchedule(otherInitial, milestones, gamma);
  }

  /** The rate of step t, from 0. */
  public double at(long t) {
    double rate = initial;
    for (long milestone : milestones) {
      rate *= milestone <= t ? gamma : 1;
    }
    return rate;
  }

  /** The sum of the rates of the first steps. */
  public double time(long steps) {
    double time = 0;
    double rate = initial;
    long from = 0;
    for (long milestone : milestones) {
      long to = Math.min(milestone, steps);
      time += rate * (to - from);
      from = to;
      rate *= gamma;
    }
    return time + rate * (steps - from);
  }
}
