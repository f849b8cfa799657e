package org.ntksweep.core.training.explicit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.matrix.StoredNumbers;
import org.ntksweep.core.pass.explicit.LearningNetwork;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.core.training.Trainer;
import org.ntksweep.core.training.TrainingRecord;
import org.ntksweep.core.training.flow.Integrator;
import org.ntksweep.core.training.objective.Objective;

/**
 * Follows the gradient flow of networks with explicit weights. The loss is known where steps of the
 * integrator end, which is in all recorded times.
 */
final class FlowTrainer implements Trainer {
  private final Resources resources;
  private final LearningNetwork network;
  private final Objective objective;
  private final Observer observer;
  private final Method.Flow method;
  private final StopRule stop;
  private final LossField field;
  private final FlowDecrease decrease;
  private final Integrator integrator;
  private long seed;
  private long sample;

  /** How many times have been recorded. */
  private int recorded;

  private double lowestLoss;
  private Optional<StopRule.Reason> stopped = Optional.empty();
  private boolean finished = true;

  FlowTrainer(ExplicitParts parts, Method.Flow method, StopRule stop) {
    resources = parts.resources();
    network = parts.network();
    objective = parts.objective();
    observer = parts.observer();
    this.method = method;
    this.stop = stop;
    field = new LossField(network, objective, resources);
    decrease = new FlowDecrease(stop);
    boolean jumps = network.shape().law().activation().hasKink();
    integrator = new Integrator(field, method.tolerance(), jumps, resources);
  }

  @Override
  public void begin(long newSeed, long newSample) {
    seed = newSeed;
    sample = newSample;
    network.begin(seed, sample);
    observer.begin();
    integrator.begin();
    decrease.begin();
    recorded = 0;
    lowestLoss = Double.POSITIVE_INFINITY;
    stopped = Optional.empty();
    finished = false;
    arrive();
  }

  /** Takes note of the loss where a step has ended. */
  private void arrive() {
    double loss = field.loss();
    lowestLoss = loss < lowestLoss ? loss : lowestLoss;
    if (!Double.isFinite(loss)) {
      stopped = Optional.of(StopRule.Reason.DIVERGED);
    } else if (loss < stop.lossBelow()) {
      stopped = Optional.of(StopRule.Reason.LOSS);
    } else if (decrease.stalls(integrator.time(), lowestLoss)) {
      stopped = Optional.of(StopRule.Reason.DECREASE);
    }
  }

  @Override
  public boolean isFinished() {
    return finished;
  }

  @Override
  public long stepsMade() {
    return integrator.evaluations();
  }

  /** {@inheritDoc} A step of the integrator that was begun is made. */
  @Override
  public Optional<TrainingRecord> advance(long most) {
    long enough = integrator.evaluations() + most;
    while (!finished) {
      double next = method.recorded().get(recorded);
      if (stopped.isPresent() || integrator.time() >= next) {
        return Optional.of(record());
      }
      if (integrator.evaluations() >= enough) {
        break;
      }
      if (integrator.advance(next)) {
        arrive();
      } else {
        stopped = Optional.of(StopRule.Reason.DIVERGED);
      }
    }
    return Optional.empty();
  }

  private TrainingRecord record() {
    TrainingRecord record = look();
    stopped.ifPresent(record::setStopped);
    recorded++;
    finished = stopped.isPresent() || recorded == method.recorded().size();
    return record;
  }

  private TrainingRecord look() {
    TrainingRecord record = new TrainingRecord(TrainingRecord.NO_STEP, integrator.time());
    objective.upAll();
    record.set(Quantity.LOWEST_LOSS, lowestLoss);
    record.set(Quantity.GRADIENTS, (double) stepsMade());
    observer.look(record, integrator.time() == 0);
    return record;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(seed);
    out.writeLong(sample);
    StoredNumbers.write(out, network.parameters().vector());
    for (NativeMatrix memory : integrator.memory()) {
      StoredNumbers.write(out, memory);
    }
    integrator.write(out);
    decrease.write(out);
    out.writeInt(recorded);
    out.writeDouble(lowestLoss);
    StopRule.Reason.write(out, stopped);
    out.writeBoolean(finished);
  }

  /** {@inheritDoc} What was seen at initialization is seen again. */
  @Override
  public void restore(DataInput in) throws IOException {
    begin(in.readLong(), in.readLong());
    look();
    StoredNumbers.read(in, network.parameters().vector());
    for (NativeMatrix memory : integrator.memory()) {
      StoredNumbers.read(in, memory);
    }
    integrator.read(in);
    decrease.read(in);
    recorded = in.readInt();
    lowestLoss = in.readDouble();
    stopped = StopRule.Reason.read(in);
    finished = in.readBoolean();
  }

  @Override
  public void close() {
    resources.close();
  }
}
