package org.ntksweep.core.pass.revealed;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.ScaledNumber;
import org.ntksweep.core.pass.ActivationLayer;
import org.ntksweep.core.pass.AffineLayer;
import org.ntksweep.core.pass.LayerScale;
import org.ntksweep.core.pass.Nonlinearity;
import org.ntksweep.core.pass.Pass;
import org.ntksweep.core.pass.PassShape;
import org.ntksweep.core.random.RandomStream;
import org.ntksweep.core.simd.Kernels;

/**
 * A random network without its weights: every layer is a matrix decided only where it is looked at,
 * by the inputs one after the other, each going up and down. Of the last layer the first output
 * alone is there, unless it learns. Samples of a law with Gaussian weights and biases, exactly.
 */
public final class RevealedNetwork {
  /** Bytes that a layer takes beside its numbers, and that another input adds to them. */
  private static final long HEADERS = 700;

  private static final long HEADERS_OF_INPUT = 250;

  private final Network law;
  private final long point;
  private final Kernels kernels = Kernels.best();
  private final RandomStream stream = new RandomStream(kernels);
  private final List<RevealedMap> maps = new ArrayList<>();
  private final Pass<HeapSignals> pass;
  private final List<AffineLayer<HeapSignals>> layers = new ArrayList<>();
  private final List<double[]> slopes = new ArrayList<>();

  /** Room for the networks of a law: see the other constructor. */
  public RevealedNetwork(Network law, int dimension, int k, Workspace workspace) {
    this(law, dimension, k, workspace, Looks.NONE);
  }

  /**
   * Room for the networks of a law.
   *
   * @param dimension how many dimensions the inputs span; the first layer needs no more columns,
   *     since its law is invariant under rotations
   * @param k the number of inputs
   * @param looks told of all that is drawn
   */
  public RevealedNetwork(Network law, int dimension, int k, Workspace workspace, Looks looks) {
    this(new PassShape(law, dimension), k, true, Inertia.NONE, workspace, looks);
  }

  /**
   * Room for networks of a law that learn: all outputs are there, inputs may pass together, and
   * their signals stay until they pass again.
   *
   * @param dimension how many dimensions the inputs span
   * @param k the number of inputs
   */
  public static RevealedNetwork learning(Network law, int dimension, int k, Inertia inertia) {
    PassShape shape = new PassShape(law, dimension, law.widths().outputs());
    return new RevealedNetwork(shape, k, false, inertia, new Workspace(), Looks.NONE);
  }

  private RevealedNetwork(
      PassShape shape, int k, boolean oneByOne, Inertia inertia, Workspace workspace, Looks looks) {
    law = shape.law();
    point = law.id().bits();
    int width = Math.max(shape.widest(), shape.dimension());
    SharedRoom room = new SharedRoom(width + 1, oneByOne, inertia, workspace);
    List<ActivationLayer> activations = new ArrayList<>();
    Nonlinearity phi = new Nonlinearity(kernels, law.activation());
    for (int l = 1; l <= law.depth(); l++) {
      layers.add(layer(shape, l, k, room, looks));
      if (l > 1) {
        double[][] slope = room.slopes(k, shape.columns(l));
        slopes.add(slope[0]);
        activations.add(
            new ActivationLayer(
                layers.get(l - 2),
                layers.get(l - 1),
                phi,
                slope,
                kernels,
                new LayerWatcher(l - 1, looks)));
      }
    }
    pass = new Pass<>(layers, activations);
  }

  /**
   * About how much of the Java heap it takes, in bytes: for every layer and input what backward and
   * later passes ask for again.
   */
  public static long heapBytes(Network law, int dimension, int k) {
    PassShape shape = new PassShape(law, dimension);
    int bias = law.sigmaB2() > 0 ? 1 : 0;
    long numbers = 5L * Math.max(shape.widest(), dimension);
    for (int l = 1; l <= shape.depth(); l++) {
      long rows = shape.rows(l);
      long columns = shape.columns(l);
      long looks = (2L * k - 1) * (rows + columns + bias);
      long signals = (k - 1L) * (rows + columns);
      numbers += looks + signals + columns + (long) k * (k + 1);
    }
    return Double.BYTES * numbers + shape.depth() * (HEADERS + HEADERS_OF_INPUT * k);
  }

  private AffineLayer<HeapSignals> layer(
      PassShape shape, int l, int k, SharedRoom room, Looks looks) {
    int rows = shape.rows(l);
    int columns = shape.columns(l);
    Workspace workspace = room.workspace;
    RevealedMap map =
        new RevealedMap(
            rows,
            columns,
            LayerScale.of(shape.law(), l),
            room.looks(k),
            room,
            kernels,
            stream,
            l,
            looks);
    maps.add(map);
    return new AffineLayer<>(
        map,
        new HeapSignals(k, columns, room.lastInput(columns), kernels, workspace),
        new HeapSignals(k, rows, room.lastError(rows), kernels, workspace));
  }

  private record LayerWatcher(int layer, Looks looks) implements ActivationLayer.Watcher {
    @Override
    public void up(int i, double[] value, double[] slope) {
      looks.up(layer, i, value, slope);
    }

    @Override
    public void down(int i, double[] image, double[] slope) {
      looks.down(layer, i, image, slope);
    }
  }

  /** The layers, from the first up. */
  public List<AffineLayer<HeapSignals>> layers() {
    return layers;
  }

  /** Where the slopes of hidden layer m are, from 1 to L - 1, of the input that passes. */
  public double[] slopes(int m) {
    return slopes.get(m - 1);
  }

  /**
   * Multiplies what enters and what leaves some neurons of hidden layer m by -1: a network that is
   * as likely, with the opposite pre-activations and errors there.
   *
   * @param signs 1 and -1
   */
  public void flip(int m, double[] signs) {
    maps.get(m - 1).flipRows(signs);
    maps.get(m).flipColumns(signs);
  }

  /** The stream that everything is drawn from. */
  public RandomStream stream() {
    return stream;
  }

  /** As {@link #begin(long, long)}, from a part of the sample's stream. */
  public void begin(long seed, long sample, long part) {
    stream.reset(seed, point, sample, part);
    forget();
  }

  /** Turns to a sample: what passes from now on meets its network. */
  public void begin(long seed, long sample) {
    stream.reset(seed, point, sample);
    forget();
  }

  private void forget() {
    for (RevealedMap map : maps) {
      map.forget();
    }
  }

  /** Looks at what has to be known before the first {@link #learn}: the biases. */
  public void beginLearning() {
    maps.forEach(RevealedMap::beginLearning);
  }

  /**
   * Moves weights and biases along the derivatives of outputs by what is trained: {@code W^l} by
   * {@code u_l sum of f_i e_i x_i'} and {@code b^l} by {@code v sum of f_i e_i} over the first
   * inputs, with the errors e and signals x that have passed last, and the factors u and v of the
   * kernel; and on from earlier moves, where there is inertia.
   */
  public void learn(ScaledNumber... f) {
    ScaledNumber ofBias = ScaledNumber.of(law.biasFactor());
    for (int l = 1; l <= law.depth(); l++) {
      ScaledNumber ofWeight = ScaledNumber.of(law.weightFactor(l));
      AffineLayer<HeapSignals> layer = layers.get(l - 1);
      RevealedMap map = maps.get(l - 1);
      map.beginStep();
      for (int i = 0; i < f.length; i++) {
        map.addOuterProduct(f[i].times(ofWeight), layer.errors(), layer.inputs(), i);
        map.addToBias(f[i].times(ofBias), layer.errors(), i);
      }
      map.endStep();
    }
  }

  /**
   * Writes all that is known of the network, but not the signals in it.
   *
   * @throws IOException as {@code out} does
   */
  public void write(DataOutput out) throws IOException {
    stream.write(out);
    for (RevealedMap map : maps) {
      map.write(out);
    }
  }

  /**
   * Turns to the network that was written, of the same law.
   *
   * @throws IOException as {@code in} does
   */
  public void read(DataInput in) throws IOException {
    stream.read(in);
    for (RevealedMap map : maps) {
      map.read(in);
    }
  }

  /** The way through it; inputs are to pass one after the other, unless it learns. */
  public Pass<HeapSignals> pass() {
    return pass;
  }
}
