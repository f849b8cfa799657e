package org.ntksweep.core.training.course;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.core.training.Training;

/**
 * Where a network is on its way of steps: how many it made, which are recorded, when it ends. At
 * every step, the initialization being step 0, the trainer says what the loss is ({@link #reached})
 * if it knows, as it must where it {@linkplain #asksForLoss is asked}; and goes on to the next
 * ({@link #advance}) unless this was the last.
 */
public final class Course {
  private final Method.Steps method;
  private final StopRule stop;

  /** After how many steps each it is asked whether the loss falls: in batches it is not known. */
  private final long stride;

  /** The lowest losses of the last steps: those of s, at {@code s/stride} mod their number. */
  private final double[] lowest;

  private long step;
  private double lowestLoss;
  private Optional<StopRule.Reason> stopped;

  /**
   * The way of any network trained so.
   *
   * @throws IllegalArgumentException if the stop rule looks back further than an array reaches
   */
  public Course(Method.Steps method, StopRule stop) {
    this.method = method;
    this.stop = stop;
    stride = stride(method, stop);
    long window = window(method, stop);
    if (window > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("stop.within " + stop.within() + ": is too long");
    }
    lowest = new double[(int) window];
    begin();
  }

  private static long stride(Method.Steps method, StopRule stop) {
    return method.batch().isPresent() ? (long) stop.within() : 1;
  }

  private static long window(Method.Steps method, StopRule stop) {
    return stop.decreaseBelow() > 0
        ? Math.min((long) stop.within() / stride(method, stop), method.steps() + 1)
        : 0;
  }

  /** The memory of the losses that are compared, in bytes; of a flow next to none. */
  public static long bytes(Training training) {
    return training.method() instanceof Method.Steps steps
        ? Double.BYTES * window(steps, training.stop())
        : 0;
  }

  /** Turns to the initialization of another network. */
  public void begin() {
    step = 0;
    lowestLoss = Double.POSITIVE_INFINITY;
    stopped = Optional.empty();
    Arrays.fill(lowest, 0);
  }

  /** How many steps were made. */
  public long step() {
    return step;
  }

  /** The sum of the learning rates of the steps that were made. */
  public double time() {
    return method.rate().time(step);
  }

  /** The lowest loss so far of the steps where it is known; infinite if none was a number. */
  public double lowestLoss() {
    return lowestLoss;
  }

  /** Takes note of the loss at this step. What is not finite ends the training. */
  public void reached(double loss) {
    lowestLoss = loss < lowestLoss ? loss : lowestLoss;
    if (!Double.isFinite(loss)) {
      stopped = Optional.of(StopRule.Reason.DIVERGED);
    } else if (loss < stop.lossBelow()) {
      stopped = Optional.of(StopRule.Reason.LOSS);
    } else if (stalls()) {
      stopped = Optional.of(StopRule.Reason.DECREASE);
    }
  }

  private boolean stalls() {
    if (!isCompared()) {
      return false;
    }
    int at = (int) (step / stride % lowest.length);
    boolean stalls = step >= stop.within() && lowest[at] - lowestLoss < stop.decreaseBelow();
    lowest[at] = lowestLoss;
    return stalls;
  }

  private boolean isCompared() {
    return lowest.length > 0 && step % stride == 0;
  }

  /** Whether the loss at this step has to be known. */
  public boolean asksForLoss() {
    return isCompared() || isRecorded();
  }

  /** Whether the network is to be looked at in this step. */
  public boolean isRecorded() {
    return isLast() || Collections.binarySearch(method.recorded(), step) >= 0;
  }

  /** Whether no step follows. */
  public boolean isLast() {
    return stopped.isPresent() || step == method.steps();
  }

  /** Why it ends here; empty if it does not. */
  public Optional<StopRule.Reason> stopped() {
    return stopped;
  }

  /** A step was made. */
  public void advance() {
    step++;
  }

  /**
   * Writes where it is.
   *
   * @throws IOException as {@code out} does
   */
  public void write(DataOutput out) throws IOException {
    out.writeLong(step);
    out.writeDouble(lowestLoss);
    StopRule.Reason.write(out, stopped);
    for (double loss : lowest) {
      out.writeDouble(loss);
    }
  }

  /**
   * Reads what {@link #write} wrote, of the same training.
   *
   * @throws IOException as {@code in} does
   */
  public void read(DataInput in) throws IOException {
    step = in.readLong();
    lowestLoss = in.readDouble();
    stopped = StopRule.Reason.read(in);
    for (int i = 0; i < lowest.length; i++) {
      lowest[i] = in.readDouble();
    }
  }
}
