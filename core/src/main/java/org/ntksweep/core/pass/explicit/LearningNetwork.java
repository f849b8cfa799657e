package org.ntksweep.core.pass.explicit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.pass.ActivationLayer;
import org.ntksweep.core.pass.AffineLayer;
import org.ntksweep.core.pass.Nonlinearity;
import org.ntksweep.core.pass.Pass;
import org.ntksweep.core.pass.PassShape;
import org.ntksweep.core.pass.Readout;
import org.ntksweep.core.simd.Kernels;

/**
 * A network whose every weight is there and moves, with all its outputs. Examples go through it
 * together, at most as many as it has room for; what they leave in the layers on the way up stays
 * there until the next go up.
 */
public final class LearningNetwork {
  private final PassShape shape;
  private final Resources resources;
  private final Kernels kernels = Kernels.best();
  private final InitialDraw draw;
  private final Parameters parameters;
  private final List<NativeMatrix> inputs = new ArrayList<>();
  private final List<NativeMatrix> errors = new ArrayList<>();

  /** Nothing is asked of what comes down through the first layer, but there is room for it. */
  private final NativeMatrix images;

  private final double[] vector;
  private final double[] column;
  private final double[][][] slopes;
  private final Map<Integer, List<AffineLayer<TrueSignals>>> layers = new HashMap<>();
  private final Map<Integer, Pass<TrueSignals>> passes = new HashMap<>();

  /**
   * Room for the networks of a law.
   *
   * @param examples the most that go up together
   * @param errors the most errors that come down together, at least as many
   * @param resources takes charge of all memory outside the Java heap
   */
  public LearningNetwork(
      Network law, int examples, int errors, Precision precision, Resources resources) {
    shape = new PassShape(law, law.widths().inputDim(), law.widths().outputs());
    this.resources = resources;
    draw = new InitialDraw(shape);
    parameters = new Parameters(shape, precision, resources);
    int widest = shape.widest();
    int longest = Math.max(widest, shape.dimension());
    vector = new double[longest];
    column = new double[longest];
    images = resources.own(NativeMatrix.zeros(longest, errors, precision));
    for (int b = 0; b < 2; b++) {
      this.errors.add(resources.own(NativeMatrix.zeros(widest, errors, precision)));
    }
    slopes = new double[shape.depth() + 1][][];
    for (int l = 1; l <= shape.depth(); l++) {
      NativeMatrix x = resources.own(NativeMatrix.zeros(shape.columns(l) + 1, examples, precision));
      inputs.add(TrueSignals.withConstant(x, TrainedUnits.of(law, l).constant()));
      slopes[l] = new double[l < shape.depth() ? examples : 0][shape.rows(l)];
    }
  }

  /** The part of it that passes see: all. */
  public PassShape shape() {
    return shape;
  }

  /** What is trained. */
  public Parameters parameters() {
    return parameters;
  }

  /** That of all its numbers outside the Java heap. */
  public Precision precision() {
    return parameters.vector().precision();
  }

  /** Turns to a sample as it is drawn. */
  public void begin(long seed, long sample) {
    draw.fill(seed, sample, parameters);
  }

  /** The way of so many examples up and of as many errors down. */
  public Pass<TrueSignals> pass(int examples) {
    return passes.computeIfAbsent(
        examples, count -> new Pass<>(layers(count), activations(layers(count), count, c -> c)));
  }

  /** The layers on that way, from the first up. */
  public List<AffineLayer<TrueSignals>> layers(int examples) {
    return layers.computeIfAbsent(
        examples,
        count ->
            layers(shape.depth(), count, l -> errors.get(l % 2).reshaped(shape.rows(l), count)));
  }

  /** What so many examples left where they enter the last layer: features, of a hidden one. */
  public TrueSignals lastInputs(int examples) {
    return layers(examples).get(shape.depth() - 1).inputs();
  }

  /** The last weights, in the unit of what is trained: a row for every output. */
  public double[][] lastWeights() {
    NativeMatrix weights = parameters.layer(shape.depth()).weights();
    double[][] rows = new double[weights.rows()][weights.columns()];
    for (int c = 0; c < weights.columns(); c++) {
      double[] of = column(weights, c);
      for (int r = 0; r < of.length; r++) {
        rows[r][c] = of[r];
      }
    }
    return rows;
  }

  /** The last biases, in the unit of what is trained: a number for every output. */
  public double[] lastBiases() {
    return column(parameters.layer(shape.depth()).all(), shape.columns(shape.depth()));
  }

  private static double[] column(NativeMatrix matrix, int c) {
    double[] column = new double[matrix.rows()];
    matrix.entries().get(c * column.length, column, column.length);
    return column;
  }

  /**
   * The way down of what is differentiated at so many examples, the first that have gone up; those
   * of an example side by side.
   *
   * @param atOnce how many at a time; there is to be room for so many errors of every example
   */
  public ErrorPaths errorPaths(Readout readout, int examples, int atOnce) {
    return errorPaths(
        readout,
        new ErrorPaths.Columns(examples, atOnce, true),
        l -> errors.get(l % 2).reshaped(shape.rows(l), examples * atOnce));
  }

  /**
   * The same, errors staying in all layers, in memory of their own; those of a number side by side.
   */
  public ErrorPaths keptErrorPaths(Readout readout, int examples, int atOnce) {
    ErrorPaths.Columns columns = new ErrorPaths.Columns(examples, atOnce, false);
    return errorPaths(
        readout,
        columns,
        l -> resources.own(NativeMatrix.zeros(shape.rows(l), columns.count(), precision())));
  }

  private ErrorPaths errorPaths(
      Readout readout, ErrorPaths.Columns columns, IntFunction<NativeMatrix> place) {
    int top = readout.layer(shape);
    List<AffineLayer<TrueSignals>> way = layers(top, columns.examples(), place);
    Pass<TrueSignals> pass = new Pass<>(way, activations(way, columns.count(), columns::example));
    double[][] first = top < shape.depth() ? slopes[top] : new double[0][];
    return new ErrorPaths(way, pass, columns, readout.count(shape), first);
  }

  /** The first layers, with errors where they are to be. */
  private List<AffineLayer<TrueSignals>> layers(
      int top, int examples, IntFunction<NativeMatrix> place) {
    List<AffineLayer<TrueSignals>> made = new ArrayList<>();
    for (int l = 1; l <= top; l++) {
      LearningLayer layer = parameters.layer(l);
      NativeMatrix x = inputs.get(l - 1);
      TrueSignals in =
          new TrueSignals(
              x.reshaped(x.rows(), examples),
              shape.columns(l),
              layer.units().input(),
              vector,
              kernels);
      TrueSignals back = new TrueSignals(place.apply(l), shape.rows(l), 1, vector, kernels);
      made.add(
          new AffineLayer<>(new LearningMap(layer, in, back, images, column, resources), in, back));
    }
    return made;
  }

  /** What is between layers, for errors of each of which an example is known. */
  private List<ActivationLayer> activations(
      List<AffineLayer<TrueSignals>> way, int columns, IntUnaryOperator example) {
    Nonlinearity phi = new Nonlinearity(kernels, shape.law().activation());
    List<ActivationLayer> made = new ArrayList<>();
    for (int l = 1; l < way.size(); l++) {
      double[][] slope = new double[columns][];
      for (int c = 0; c < columns; c++) {
        slope[c] = slopes[l][example.applyAsInt(c)];
      }
      made.add(new ActivationLayer(way.get(l - 1), way.get(l), phi, slope, kernels));
    }
    return made;
  }
}
