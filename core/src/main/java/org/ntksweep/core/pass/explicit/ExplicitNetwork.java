package org.ntksweep.core.pass.explicit;

import java.util.ArrayList;
import java.util.List;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.pass.ActivationLayer;
import org.ntksweep.core.pass.AffineLayer;
import org.ntksweep.core.pass.InnerProducts;
import org.ntksweep.core.pass.LayerScale;
import org.ntksweep.core.pass.Nonlinearity;
import org.ntksweep.core.pass.Pass;
import org.ntksweep.core.pass.PassShape;
import org.ntksweep.core.pass.draw.LayerDraw;
import org.ntksweep.core.pass.draw.NetworkStream;

/**
 * A random network whose every weight is drawn, for all inputs to go through together. Of the last
 * layer the first output alone is there.
 *
 * <p>The random numbers of a layer are a stream of their own, so a layer that is not kept is drawn
 * again on the way down. Samples do not depend on which are kept; how far their bits depend on the
 * machine says {@link org.ntksweep.core.matrix.Product}.
 */
public final class ExplicitNetwork {
  private final Network law;
  private final Inputs inputs;
  private final PassShape shape;
  private final Precision precision;
  private final Resources resources;
  private final SharedRoom room;
  private final NetworkStream streams;
  private final InnerProducts errorProducts;
  private final List<ExplicitMap> maps = new ArrayList<>();
  private final Pass<NativeSignals> pass;

  /**
   * Room for the networks of a law.
   *
   * @param inputs what passes; of the first layer only the columns that meet a coordinate of theirs
   *     are drawn
   * @param lowestKept the lowest layer with a place of its own, from 1; those below share one
   * @param resources takes charge of all memory outside the Java heap
   */
  public ExplicitNetwork(
      Network law, Inputs inputs, Precision precision, int lowestKept, Resources resources) {
    this.law = law;
    this.inputs = inputs;
    shape = new PassShape(law, inputs.dimension());
    this.precision = precision;
    this.resources = resources;
    room = new SharedRoom(inputs.count(), shape.widest(), shape.dimension(), precision, resources);
    streams = new NetworkStream(law, room.kernels);
    errorProducts = new InnerProducts(inputs.count());
    List<AffineLayer<NativeSignals>> layers = layers(lowestKept);
    pass = new Pass<>(layers, activations(layers));
    write(pass.inputs());
  }

  private List<AffineLayer<NativeSignals>> layers(int lowestKept) {
    WeightPlace shared = lowestKept > 1 ? place(shape.mostEntries(lowestKept - 1)) : null;
    List<AffineLayer<NativeSignals>> layers = new ArrayList<>();
    for (int l = 1; l <= law.depth(); l++) {
      WeightPlace place = l < lowestKept ? shared : place(shape.entries(l));
      layers.add(layer(l, place));
    }
    return layers;
  }

  private WeightPlace place(long entries) {
    NativeMatrix matrix = NativeMatrix.zeros(1, Math.toIntExact(entries), precision);
    return new WeightPlace(resources.own(matrix));
  }

  private AffineLayer<NativeSignals> layer(int l, WeightPlace place) {
    int k = inputs.count();
    NativeMatrix below =
        l == 1
            ? resources.own(NativeMatrix.zeros(inputs.dimension(), k, precision))
            : room.signals.reshaped(shape.columns(l), k);
    NativeSignals x = new NativeSignals(below, new InnerProducts(k), room, resources);
    NativeSignals errors =
        new NativeSignals(room.signals.reshaped(shape.rows(l), k), errorProducts, room, resources);
    LayerDraw draw = LayerDraw.of(law, l, shape.rows(l), shape.columns(l), room.kernels);
    ExplicitMap map =
        new ExplicitMap(draw, LayerScale.of(law, l), streams, place, x, errors, room, resources);
    maps.add(map);
    return new AffineLayer<>(map, x, errors);
  }

  private List<ActivationLayer> activations(List<AffineLayer<NativeSignals>> layers) {
    Nonlinearity phi = new Nonlinearity(room.kernels, law.activation());
    List<ActivationLayer> activations = new ArrayList<>();
    for (int l = 1; l < law.depth(); l++) {
      double[][] slope = new double[inputs.count()][shape.rows(l)];
      activations.add(
          new ActivationLayer(layers.get(l - 1), layers.get(l), phi, slope, room.kernels));
    }
    return activations;
  }

  /** Nothing comes back to the inputs, so they are written once. */
  private void write(NativeSignals signals) {
    for (int i = 0; i < inputs.count(); i++) {
      double[] x = signals.vector(i);
      for (int m = 0; m < inputs.dimension(); m++) {
        x[m] = inputs.at(i, m);
      }
      signals.accept(i, 0);
    }
    signals.multiply(0, inputs.count());
  }

  /** Turns to a sample: what passes from now on meets its network. */
  public void begin(long seed, long sample) {
    streams.begin(seed, sample);
    for (ExplicitMap map : maps) {
      map.forget();
    }
  }

  /** The way through it; all inputs are to pass together, and they are there already. */
  public Pass<NativeSignals> pass() {
    return pass;
  }
}
