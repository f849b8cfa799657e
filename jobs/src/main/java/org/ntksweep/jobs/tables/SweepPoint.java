package org.ntksweep.jobs.tables;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.PointId;
import org.ntksweep.core.pass.revealed.Workspace;
import org.ntksweep.core.sampling.DenseOptions;
import org.ntksweep.core.sampling.KernelSampler;
import org.ntksweep.core.sampling.SamplerKind;
import org.ntksweep.core.sampling.VarianceReduction;
import org.ntksweep.jobs.config.Drawing;
import org.ntksweep.jobs.config.Drawings;
import org.ntksweep.jobs.config.Sweep;

/**
 * A point of a sweep, as it is planned, drawn, estimated and written: made once in a run.
 *
 * @param position its place in the sweep, from 0
 * @param id the identity of its law
 * @param law what is drawn
 * @param sampler by what
 * @param reduction from which law: its own, or one that is better seen
 * @param nanosPerSample the predicted time one sample takes on one core, positive
 */
public record SweepPoint(
    int position,
    PointId id,
    Network law,
    SamplerKind sampler,
    VarianceReduction reduction,
    double nanosPerSample)
    implements Serializable {
  private static final long serialVersionUID = 3;

  /**
   * The points of a sweep in grid order.
   *
   * @throws IllegalArgumentException if no sampler can draw a point
   */
  public static List<SweepPoint> of(Sweep sweep) {
    List<SweepPoint> points = new ArrayList<>();
    Drawings drawings = sweep.drawings();
    for (Network law : sweep.points()) {
      points.add(of(points.size(), law, sweep.inputs(law), drawings.of(law)));
    }
    return points;
  }

  private static SweepPoint of(int position, Network law, Inputs inputs, Drawing drawing) {
    SamplerKind sampler = drawing.sampler();
    double nanos = sampler.nanosPerSample(law, inputs, drawing.reduction());
    return new SweepPoint(position, law.id(), law, sampler, drawing.reduction(), nanos);
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
}
