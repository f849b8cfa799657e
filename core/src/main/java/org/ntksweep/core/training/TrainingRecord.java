package org.ntksweep.core.training;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.ntksweep.core.observe.KernelEntries;

/** A network looked at on its way. */
public final class TrainingRecord {
  /** In place of a step number where there are none, as in gradient flow. */
  public static final long NO_STEP = -1;

  private static final double[] NOTHING = {};

  private final long step;
  private final double time;
  private final Map<Quantity, Double> measured = new EnumMap<>(Quantity.class);
  private final Map<KernelEntries, double[]> entries = new EnumMap<>(KernelEntries.class);
  private Optional<StopRule.Reason> stopped = Optional.empty();

  /**
   * An empty record.
   *
   * @param step how many steps were made, or {@link #NO_STEP}
   * @param time the sum of the learning rates of these steps, or the time of the flow
   */
  public TrainingRecord(long step, double time) {
    this.step = step;
    this.time = time;
  }

  /** How many steps were made, or {@link #NO_STEP}. */
  public long step() {
    return step;
  }

  /** The sum of the learning rates of all steps, or the time of the flow. */
  public double time() {
    return time;
  }

  /** A measured number; NaN where it does not apply or is not one. */
  public double get(Quantity quantity) {
    return measured.getOrDefault(quantity, Double.NaN);
  }

  /** Sets a measured number. */
  public void set(Quantity quantity, double value) {
    measured.put(quantity, value);
  }

  /** The traced kernel of the kernel examples: the upper triangle, row by row. */
  public double[] kernel() {
    return entries(KernelEntries.KERNEL);
  }

  /** What was seen of kernels; empty if it was not. Not a copy. */
  public double[] entries(KernelEntries of) {
    return entries.getOrDefault(of, NOTHING);
  }

  /** Sets {@link #entries}; kept, not copied. */
  public void setEntries(KernelEntries of, double[] upperTriangle) {
    entries.put(of, upperTriangle);
  }

  /** Forgets all {@link #entries}, which may be large. */
  public void dropEntries() {
    entries.clear();
  }

  /** Why training ended here before its last step; empty if it did not. */
  public Optional<StopRule.Reason> stopped() {
    return stopped;
  }

  /** Sets {@link #stopped}. */
  public void setStopped(StopRule.Reason reason) {
    stopped = Optional.of(reason);
  }
}
