package org.ntksweep.jobs.tables;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.sampling.SamplerKind;
import org.ntksweep.jobs.config.Sweep;

/**
 * A point of a sweep: a network law and the sampler that draws it.
 *
 * @param law what is drawn
 * @param sampler by what
 */
public record SweepPoint(Network law, SamplerKind sampler) implements Serializable {
  private static final long serialVersionUID = 1;

  /** The points of a sweep in grid order. */
  public static List<SweepPoint> of(Sweep sweep) {
    return sweep.points().stream().map(law -> new SweepPoint(law, sweep.samplerOf(law))).toList();
  }

  /** Its row of the points table. */
  public Row row() {
    Widths widths = law.widths();
    OptionalInt width = widths.hiddenWidth();
    return RowFactory.create(
        law.id().toString(),
        law.activation().label(),
        law.sigmaW2(),
        law.sigmaB2(),
        law.depth(),
        width.isPresent() ? width.getAsInt() : null,
        Arrays.stream(widths.toArray()).boxed().toArray(Integer[]::new),
        widths.inputDim(),
        law.parametrization().label(),
        width.isPresent() ? (Double) (law.depth() / (double) width.getAsInt()) : null,
        sampler.label(),
        law.initialization().label());
  }
}
