package org.ntksweep.jobs.tables.point;

import java.io.Serial;
import java.io.Serializable;
import java.util.Optional;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.PointId;
import org.ntksweep.core.pass.revealed.Workspace;
import org.ntksweep.core.sampling.DenseOptions;
import org.ntksweep.core.sampling.KernelSampler;
import org.ntksweep.core.sampling.SamplerKind;
import org.ntksweep.core.sampling.VarianceReduction;
import org.ntksweep.jobs.config.Drawing;

/**
 * A point of a sweep, as it is planned, drawn, estimated and written: made once in a run.
 *
 * @param position its place in the sweep, from 0
 * @param id its identity: of its law, and of what is done to its networks
 * @param law what is drawn
 * @param sampler by what
 * @param reduction from which law: its own, or one that is better seen
 * @param nanosPerSample the predicted time one sample takes on one core, positive
 * @param training what is done to its networks; empty if they are but drawn
 */
public record SweepPoint(
    int position,
    PointId id,
    Network law,
    SamplerKind sampler,
    VarianceReduction reduction,
    double nanosPerSample,
    Optional<PointTraining> training)
    implements Serializable {
  private static final long serialVersionUID = 4;

  /** A point whose networks are drawn, and no more. */
  public static SweepPoint drawn(int position, Network law, Inputs inputs, Drawing drawing) {
    SamplerKind sampler = drawing.sampler();
    double nanos = sampler.nanosPerSample(law, inputs, drawing.reduction());
    return new SweepPoint(
        position, law.id(), law, sampler, drawing.reduction(), nanos, Optional.empty());
  }

  /** The predicted time before the first sample: for the law's tables and work space. */
  public double setupNanos() {
    return 2_000 + 150.0 * law.depth();
  }

  /** The sampler and the law it draws from. */
  public Drawing drawing() {
    return new Drawing(sampler, reduction);
  }

  /** Whether its samples carry weights. */
  public boolean isWeighted() {
    return reduction != VarianceReduction.NONE;
  }

  /** What draws it, at some inputs. */
  public KernelSampler sampler(Inputs inputs, DenseOptions dense, Workspace workspace) {
    return sampler.of(law, inputs, reduction, dense, workspace);
  }

  /** The identity as tables hold it. */
  public String key() {
    return id.toString();
  }

  @Serial
  private Object writeReplace() {
    return new Form(position, id, law, sampler, reduction, nanosPerSample, training.orElse(null));
  }

  /** A point as it travels: an Optional cannot. */
  private record Form(
      int position,
      PointId id,
      Network law,
      SamplerKind sampler,
      VarianceReduction reduction,
      double nanosPerSample,
      PointTraining training)
      implements Serializable {
    private static final long serialVersionUID = 1;

    @Serial
    private Object readResolve() {
      return new SweepPoint(
          position, id, law, sampler, reduction, nanosPerSample, Optional.ofNullable(training));
    }
  }
}
