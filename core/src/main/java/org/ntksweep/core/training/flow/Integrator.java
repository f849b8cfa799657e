package org.ntksweep.core.training.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Resources;

/**
 * Follows {@code dy/dt = -g(y)} in steps as long as the error allows: with s stages a step is
 * stable up to a length that grows with {@code s^2}, so the cost of a stretch of time grows with
 * the root of the spectral radius ({@link ChebyshevStages}). The error of a step is estimated as in
 * RKC. It is held against what is to be seen of y, as the size of y says nothing: most of a wide
 * network's parameters is what it was drawn with, and hardly moves.
 */
public final class Integrator {
  /** The radius is looked at again after so many steps. */
  private static final int STALE = 25;

  /** What an error counts that is not seen, as a share of the way that y came. */
  private static final double UNSEEN = 0.1;

  /** A step that goes so far goes all the way: what is left may be too short for another. */
  private static final double NEARLY = 0.999;

  private final VectorField field;
  private final double tolerance;
  private final boolean jumps;
  private final StepLength length;
  private final SeenError seen = new SeenError();
  private final Blocks blocks = new Blocks();
  private final SpectralRadius spectrum;
  private final NativeMatrix y;
  private final NativeMatrix gradient;
  private final NativeMatrix stage;
  private final NativeMatrix direction;

  /** Where y began. */
  private final NativeMatrix origin;

  private double time;
  private double radius;

  /** The norm of the gradient at y. */
  private double slope;

  private int sinceRadius;
  private long evaluations;

  /**
   * Of a field.
   *
   * @param tolerance the error a step may make, as a share of what is to be seen of y
   * @param jumps whether the field jumps
   */
  public Integrator(VectorField field, double tolerance, boolean jumps, Resources resources) {
    this.field = field;
    this.tolerance = tolerance;
    this.jumps = jumps;
    length = new StepLength(jumps, tolerance);
    NativeMatrix place = field.place();
    y = like(place, resources);
    gradient = like(place, resources);
    stage = like(place, resources);
    direction = like(place, resources);
    origin = like(place, resources);
    SpectralRadius.Probe probe = SpectralRadius.Probe.of(place.precision(), jumps);
    spectrum = new SpectralRadius(counted(), blocks, direction, probe);
  }

  private static NativeMatrix like(NativeMatrix v, Resources resources) {
    return resources.own(NativeMatrix.zeros(v.rows(), 1, v.precision()));
  }

  private VectorField counted() {
    return new VectorField() {
      @Override
      public NativeMatrix place() {
        return field.place();
      }

      @Override
      public NativeMatrix gradient() {
        return field.gradient();
      }

      @Override
      public void evaluate() {
        Integrator.this.evaluate();
      }

      @Override
      public double[] seen() {
        return field.seen();
      }

      @Override
      public double[] look() {
        return field.look();
      }
    };
  }

  private void evaluate() {
    field.evaluate();
    evaluations++;
  }

  /** Begins at time 0, where the field is. */
  public void begin() {
    time = 0;
    length.begin();
    sinceRadius = STALE;
    evaluations = 0;
    direction.clear();
    evaluate();
    accept();
    seen.begin();
    blocks.combine(origin, new double[] {1}, y);
  }

  /** Takes the y that the field is at for the present one. */
  private void accept() {
    blocks.combine(y, new double[] {1}, field.place());
    blocks.combine(gradient, new double[] {1}, field.gradient());
    slope = blocks.norm(new double[] {1}, gradient);
    seen.accept(field.seen());
  }

  /** The time that has passed. */
  public double time() {
    return time;
  }

  /** How often the field was evaluated. */
  public long evaluations() {
    return evaluations;
  }

  /**
   * Makes a step; the field is left evaluated where it leads to, or where the last one led.
   *
   * @param end where it may lead at most, beyond {@link #time}
   * @return whether it was made: not if the field is not finite, or no step is short enough
   */
  public boolean advance(double end) {
    double least = 16 * Math.ulp(end);
    double rest = end - time;
    double h = planned(rest);
    h = h < NEARLY * rest ? h : rest;
    for (int tries = 1; Double.isFinite(radius) && h > least; tries++) {
      double error = attempt(h);
      if (length.suffices(h, error, time, radius)) {
        accepted(h, error, end);
        return true;
      }
      h = length.shorter(h, error, time, radius);
      if (sinceRadius > 0 && isToBlame(tries)) {
        lookAtRadius(end - time);
      }
    }
    back();
    return false;
  }

  /** Whether so many tries may have failed for the radius; of a single one a jump is likelier. */
  private boolean isToBlame(int tries) {
    return !jumps || tries > 1;
  }

  /** Leaves the field where the last step led. */
  private void back() {
    blocks.combine(field.place(), new double[] {1}, y);
    evaluate();
  }

  /** How long the step should be. */
  private double planned(double most) {
    if (sinceRadius >= STALE) {
      lookAtRadius(most);
    }
    if (length.next() == 0) {
      length.first(firstStep(most));
    }
    return length.next();
  }

  private void lookAtRadius(double most) {
    radius = spectrum.at(y, gradient, 1 / most);
    sinceRadius = 0;
  }

  /** So long that a step of Euler's would err by a part of the tolerance. */
  private double firstStep(double most) {
    double h = radius * most > 1 ? 1 / radius : most;
    blocks.combine(field.place(), new double[] {1, -h}, y, gradient);
    evaluate();
    double change = h * blocks.norm(new double[] {1, -1}, field.gradient(), gradient);
    double error = UNSEEN * change / (h * slope * tolerance);
    return 0.1 * h < most * Math.sqrt(error) ? 0.1 * h / Math.sqrt(error) : most;
  }

  /** Makes the stages of a step; returns its error over the one that is allowed. */
  private double attempt(double h) {
    int s = ChebyshevStages.count(h, radius);
    ChebyshevStages stages = new ChebyshevStages(s);
    NativeMatrix now = field.place();
    NativeMatrix g = field.gradient();
    blocks.combine(stage, new double[] {1}, y);
    blocks.combine(now, new double[] {1, -h * stages.first}, y, gradient);
    for (int j = 2; j <= s; j++) {
      evaluate();
      stages.next();
      double rest = 1 - stages.mu - stages.nu;
      double[] c = {stages.mu, stages.nu, rest, -h * stages.f, -h * stages.f0};
      blocks.advance(stage, now, c, now, stage, y, g, gradient);
    }
    evaluate();
    return length.withDrift(error(h) / tolerance, seen.rise(field.seen()));
  }

  /**
   * Of a step that was made, as a share: of what is to be seen of y, or of the way that y came
   * since it began, where that is larger. Leaves y and g as they are.
   */
  private double error(double h) {
    NativeMatrix now = field.place();
    NativeMatrix g = field.gradient();
    double off = blocks.norm(new double[] {0.8, -0.8, -0.4 * h, -0.4 * h}, y, now, gradient, g);
    double way = Math.max(blocks.norm(new double[] {1, -1}, now, origin), h * slope);
    blocks.combine(stage, new double[] {1}, now);
    blocks.combine(now, new double[] {0.8, 0.2, -0.4 * h, -0.4 * h}, y, stage, gradient, g);
    double seenError = seen.of(field.seen(), field.look());
    blocks.combine(now, new double[] {1}, stage);
    double error = Math.max(seenError, off > 0 ? UNSEEN * off / way : 0);
    return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
  }

  private void accepted(double h, double error, double end) {
    boolean ends = h == end - time;
    time = ends ? end : time + h;
    sinceRadius++;
    accept();
    length.made(h, error, ends && h < length.next(), time, radius);
  }

  /**
   * Writes where it is; y is what the field is at.
   *
   * @throws IOException as {@code out} does
   */
  public void write(DataOutput out) throws IOException {
    out.writeDouble(time);
    out.writeDouble(radius);
    length.write(out);
    out.writeInt(sinceRadius);
    out.writeLong(evaluations);
  }

  /** What it remembers beside y. */
  public List<NativeMatrix> memory() {
    return List.of(direction);
  }

  /**
   * Reads what {@link #write} wrote, when the field is at y and {@link #memory} is what it was.
   *
   * @throws IOException as {@code in} does
   */
  public void read(DataInput in) throws IOException {
    evaluate();
    accept();
    time = in.readDouble();
    radius = in.readDouble();
    length.read(in);
    sinceRadius = in.readInt();
    evaluations = in.readLong();
  }
}
