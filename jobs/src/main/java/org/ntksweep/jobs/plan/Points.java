package org.ntksweep.jobs.plan;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.stream.DoubleStream;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.tables.point.SweepPoint;

/**
 * A sweep and its points, made once in an application: by the driver, and by every executor from
 * the sweep, which is small however many points it has (but for the examples it trains networks
 * on). Immutable.
 */
public final class Points implements Serializable {
  @Serial private static final long serialVersionUID = 1;

  private final transient Sweep sweep;
  private final transient List<SweepPoint> all;
  private final transient PointIndex index;
  private final transient double[] cosines;

  private final transient StableRates stable;

  private Points(Sweep sweep, StableRates stable) {
    this.sweep = sweep;
    this.stable = stable;
    all =
        sweep
            .training()
            .map(part -> TrainedPoints.of(sweep, part, stable))
            .orElseGet(() -> DrawnPoints.of(sweep));
    index = new PointIndex(all);
    cosines =
        DoubleStream.concat(
                DoubleStream.of(1),
                sweep.sampling().cosines().stream().mapToDouble(Double::doubleValue))
            .toArray();
  }

  /**
   * The points of a sweep.
   *
   * @throws IllegalArgumentException if no sampler can draw one of them
   * @throws org.ntksweep.jobs.shell.RequestException if one asks for a share of a stable learning
   *     rate that is not known
   */
  public static Points of(Sweep sweep) {
    return new Points(sweep, StableRates.of(sweep));
  }

  /** The sweep they are of. */
  public Sweep sweep() {
    return sweep;
  }

  /** How many there are. */
  public int count() {
    return all.size();
  }

  /** The point at a place in the sweep, from 0. */
  public SweepPoint at(int position) {
    return all.get(position);
  }

  /** All of them, in grid order. */
  public List<SweepPoint> all() {
    return all;
  }

  /** The place of a point by its identity as tables hold it; -1 if the sweep has it not. */
  public int positionOf(String id) {
    return index.positionOf(id);
  }

  /**
   * What networks of a point are trained on.
   *
   * @throws java.util.NoSuchElementException if they are not trained
   */
  public TrainingData data(SweepPoint point) {
    return sweep.training().orElseThrow().data().at(point.law());
  }

  /** How many kernel entries a sample has. */
  public int entries() {
    return cosines.length;
  }

  /** The cosines of the entries as tables order them, the diagonal's first. */
  public double[] cosines() {
    return cosines.clone();
  }

  /** The cosine of an entry. */
  public double cosine(int entry) {
    return cosines[entry];
  }

  /**
   * The entry at a cosine.
   *
   * @throws IllegalStateException if the sweep has no such cosine
   */
  public int entryAt(double cosine) {
    for (int entry = 0; entry < cosines.length; entry++) {
      if (cosines[entry] == cosine) {
        return entry;
      }
    }
    throw new IllegalStateException("samples at cosine " + cosine + ", which the sweep has not");
  }

  @Serial
  private Object writeReplace() {
    return new Form(sweep, stable);
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("points travel as their sweep");
  }

  /** Points as they travel. */
  private record Form(Sweep sweep, StableRates stable) implements Serializable {
    @Serial private static final long serialVersionUID = 1;

    @Serial
    private Object readResolve() {
      return new Points(sweep, stable);
    }
  }
}
