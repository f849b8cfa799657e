package org.ntksweep.core.training.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.ntksweep.core.matrix.NativeMatrix;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.matrix.Resources;

/**
 * Follows {@code dy/dt = -g(y)} in steps as long as the error allows: with s stages a step is
 * stable up to a length that grows with {@code s^2}, so the cost of a stretch of time grows with
 * the root of the spectral radius ({@link ChebyshevStages}). Error control and choice of steps are
 * those of RKC, with one norm over all of y: the error of a step is to be below the tolerance times
 * {@code |y|}.
 */
public final class Integrator {
  /** The radius is looked at again after so many steps. */
  private static final int STALE = 25;

  /** A step short enough for fields that jump, in units of 1 over the spectral radius. */
  private static final double SHORTEST = 0.25;

  private static final double GROWTH = 10;
  private static final double SHRINKAGE = 0.1;
  private static final double SAFETY = 0.8;

  /** Smaller ones, of what they may be, are no reason to be bolder. */
  private static final double LEAST_ERROR = 1e-10;

  private final VectorField field;
  private final double tolerance;
  private final double shortest;
  private final Blocks blocks = new Blocks();
  private final SpectralRadius spectrum;
  private final NativeMatrix y;
  private final NativeMatrix gradient;
  private final NativeMatrix stage;
  private final NativeMatrix direction;

  private double time;
  private double step;
  private double radius;
  private int sinceRadius;
  private double lastStep;
  private double lastError;
  private long evaluations;

  /**
   * Of a field.
   *
   * @param tolerance the error a step may make, relative to y
   * @param jumps whether the field jumps, as at the kinks of relu, where no step is short enough
   *     for any tolerance: then one is, that is shorter by far than a stable step of gradient
   *     descent
   */
  public Integrator(VectorField field, double tolerance, boolean jumps, Resources resources) {
    this.field = field;
    this.tolerance = tolerance;
    shortest = jumps ? SHORTEST : 0;
    NativeMatrix place = field.place();
    double unit = place.precision() == Precision.DOUBLE ? Math.ulp(1.0) : Math.ulp(1f);
    y = like(place, resources);
    gradient = like(place, resources);
    stage = like(place, resources);
    direction = like(place, resources);
    spectrum = new SpectralRadius(counted(), blocks, direction, unit);
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
    };
  }

  private void evaluate() {
    field.evaluate();
    evaluations++;
  }

  /** Begins at time 0, where the field is. */
  public void begin() {
    time = 0;
    step = 0;
    sinceRadius = STALE;
    lastStep = 0;
    lastError = 0;
    evaluations = 0;
    direction.clear();
    evaluate();
    accept();
  }

  /** Takes the y that the field is at for the present one. */
  private void accept() {
    blocks.combine(y, new double[] {1}, field.place());
    blocks.combine(gradient, new double[] {1}, field.gradient());
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
    double h = Math.min(length(end - time), end - time);
    while (Double.isFinite(radius) && h > 0) {
      double error = attempt(h);
      if (error <= 1 || (Double.isFinite(error) && h * radius <= shortest)) {
        accepted(h, error, end);
        return true;
      }
      double factor = Double.isFinite(error) ? SAFETY / StrictMath.cbrt(error) : SHRINKAGE;
      h *= Math.max(SHRINKAGE, factor);
      h = Double.isFinite(error) ? notTooShort(h) : h;
      lookAtRadius(end - time);
      if (h <= least) {
        break;
      }
    }
    back();
    return false;
  }

  /** Leaves the field where the last step led. */
  private void back() {
    blocks.combine(field.place(), new double[] {1}, y);
    evaluate();
  }

  /** How long the step should be. */
  private double length(double most) {
    if (sinceRadius >= STALE) {
      lookAtRadius(most);
    }
    if (step == 0) {
      step = firstStep(most);
    }
    return step;
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
    double error = change / allowed();
    return 0.1 * h < most * Math.sqrt(error) ? 0.1 * h / Math.sqrt(error) : most;
  }

  private double allowed() {
    double norm = blocks.norm(new double[] {1}, y);
    return tolerance * (norm > 0 ? norm : 1);
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
    double[] c = {0.8, -0.8, -0.4 * h, -0.4 * h};
    double error = blocks.norm(c, y, now, gradient, g) / allowed();
    return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
  }

  private void accepted(double h, double error, double end) {
    time = h == end - time ? end : time + h;
    sinceRadius++;
    accept();
    double factor = growth(h, Math.max(error, LEAST_ERROR));
    boolean cut = h < step && time == end;
    lastStep = h;
    lastError = Math.max(error, LEAST_ERROR);
    double proposed = notTooShort(h * Math.max(SHRINKAGE, Math.min(GROWTH, factor)));
    step = cut ? Math.max(step, proposed) : proposed;
  }

  private double notTooShort(double h) {
    return shortest > 0 ? Math.max(h, shortest / radius) : h;
  }

  /** From the errors of this step and of the last (Gustafsson's predictive control). */
  private double growth(double h, double error) {
    if (lastStep == 0) {
      return SAFETY / StrictMath.cbrt(error);
    }
    double root = StrictMath.cbrt(error);
    return SAFETY * h * StrictMath.cbrt(lastError) / (lastStep * root * root);
  }

  /**
   * Writes where it is; y is what the field is at.
   *
   * @throws IOException as {@code out} does
   */
  public void write(DataOutput out) throws IOException {
    for (double number : new double[] {time, step, radius, lastStep, lastError}) {
      out.writeDouble(number);
    }
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
    step = in.readDouble();
    radius = in.readDouble();
    lastStep = in.readDouble();
    lastError = in.readDouble();
    sinceRadius = in.readInt();
    evaluations = in.readLong();
  }
}
