package org.ntksweep.jobs.run.training.network;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.theory.training.KernelTheory;
import org.ntksweep.core.training.Trainer;
import org.ntksweep.core.training.TrainerKind;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.jobs.plan.KernelTheories;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.source.read.TaskDevice;
import org.ntksweep.jobs.tables.point.PointTraining;
import org.ntksweep.jobs.tables.point.SweepPoint;

/**
 * The trainers that points ask for. What kernel theory says of a law is found once on every
 * executor for all of the tasks that train its networks.
 */
public final class PointTrainers implements Trainers {
  private static final long serialVersionUID = 1;

  /** Tasks that run together are of points that are neighbours. */
  private static final int LAWS = 8;

  /** As long as there is room for more than the tasks that run need. */
  private transient Map<Network, SoftReference<KernelTheory>> theories;

  @Override
  public Trainer trainer(Points points, SweepPoint point) {
    PointTraining training = point.training().orElseThrow();
    if (training.trainer() == TrainerKind.DENSE) {
      TaskDevice.use();
    }
    TrainingData data = points.data(point);
    return training
        .trainer()
        .of(
            point.law(),
            data,
            training.training(),
            points.sweep().dense(),
            theory(point.law(), data, training));
  }

  private synchronized KernelTheory theory(Network law, TrainingData data, PointTraining training) {
    if (theories == null) {
      theories = new LastUsed();
    }
    Optional<KernelTheory> kept = Optional.ofNullable(theories.get(law)).map(SoftReference::get);
    KernelTheory theory =
        kept.orElseGet(() -> KernelTheories.of(law, data.train(), training.training().loss()));
    theories.put(law, new SoftReference<>(theory));
    return theory;
  }

  /** Forgets what was used the longest ago. */
  private static final class LastUsed extends LinkedHashMap<Network, SoftReference<KernelTheory>> {
    private static final long serialVersionUID = 1;

    LastUsed() {
      super(2 * LAWS, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Network, SoftReference<KernelTheory>> eldest) {
      return size() > LAWS;
    }
  }
}
