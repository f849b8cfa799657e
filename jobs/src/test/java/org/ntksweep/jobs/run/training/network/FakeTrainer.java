package org.ntksweep.jobs.run.training.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ntksweep.core.observe.KernelEntries;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Optimizer;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.core.training.Trainer;
import org.ntksweep.core.training.TrainingRecord;

/**
 * Networks of one number in (0, 1), which every step maps by {@code x -> 3.9 x (1 - x)}: chaotic,
 * so that a step too few or too many shows. Of five that follow each other the fourth diverges, and
 * the fifth ends early by its loss.
 */
public final class FakeTrainer implements Trainer {
  /** What it does, looked at five times. */
  public static final Method.Steps METHOD =
      new Method.Steps(new Optimizer.Plain(), 0.25, 1_000, List.of(0L, 1L, 10L, 100L, 1_000L));

  private static final long DIVERGES_AT = 37;
  private static final long STOPS_AT = 12;

  private long sample;
  private double x;
  private long step;
  private double lowest;
  private int looked;
  private boolean finished;

  @Override
  public void begin(long seed, long newSample) {
    sample = newSample;
    x = new SplittableRandom(1_000_003 * seed + sample).nextDouble(0.1, 0.9);
    step = 0;
    lowest = x;
    looked = 0;
    finished = false;
  }

  @Override
  public boolean isFinished() {
    return finished;
  }

  @Override
  public Optional<TrainingRecord> advance(long most) {
    long made = 0;
    while (!isSeen() && made < most) {
      x = 3.9 * x * (1 - x);
      lowest = Math.min(lowest, x);
      step++;
      made++;
    }
    return isSeen() ? Optional.of(look()) : Optional.empty();
  }

  private boolean isSeen() {
    return step == METHOD.recorded().get(looked) || fate().isPresent();
  }

  private Optional<StopRule.Reason> fate() {
    return sample % 5 == 3 && step == DIVERGES_AT
        ? Optional.of(StopRule.Reason.DIVERGED)
        : sample % 5 == 4 && step == STOPS_AT
            ? Optional.of(StopRule.Reason.LOSS)
            : Optional.empty();
  }

  private TrainingRecord look() {
    TrainingRecord record = new TrainingRecord(step, METHOD.learningRate() * step);
    record.set(Quantity.LOSS, x);
    record.set(Quantity.LOWEST_LOSS, lowest);
    record.set(Quantity.CHANGE, step == 0 ? 0 : x * x);
    record.setEntries(KernelEntries.OUTPUT_NORMS, new double[] {1 - x});
    record.setEntries(KernelEntries.KERNEL, new double[] {x, x * x, 1 + x});
    fate().ifPresent(record::setStopped);
    looked++;
    finished = fate().isPresent() || step == METHOD.steps();
    return record;
  }

  @Override
  public long stepsMade() {
    return step;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(sample);
    out.writeDouble(x);
    out.writeLong(step);
    out.writeDouble(lowest);
    out.writeInt(looked);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    sample = in.readLong();
    x = in.readDouble();
    step = in.readLong();
    lowest = in.readDouble();
    looked = in.readInt();
    finished = false;
  }

  @Override
  public void close() {}
}
