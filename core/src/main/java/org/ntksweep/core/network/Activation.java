package org.ntksweep.core.network;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ntksweep.core.network.ActivationKind.Growth;
import org.ntksweep.core.network.ActivationKind.Symmetry;

/**
 * The nonlinearity between affine layers, applied neuron by neuron. Equal functions are equal
 * values: a leaky ReLU of slope 0 is ReLU, one of slope 1 the identity.
 *
 * @param kind which function
 * @param negativeSlope the slope just below 0, a parameter of {@link ActivationKind#LEAKY_RELU} and
 *     given by the others: from {@code -1e6} to {@code 1e6}; below 0 it makes negative arguments
 *     positive, as -1 does of the absolute value
 */
public record Activation(ActivationKind kind, double negativeSlope) implements Serializable {
  /** See {@link ActivationKind#RELU}. */
  public static final Activation RELU = of(ActivationKind.RELU);

  /** See {@link ActivationKind#LEAKY_RELU}; the slope is 0.01. */
  public static final Activation LEAKY_RELU = of(ActivationKind.LEAKY_RELU);

  /** See {@link ActivationKind#LINEAR}. */
  public static final Activation LINEAR = of(ActivationKind.LINEAR);

  /** See {@link ActivationKind#TANH}. */
  public static final Activation TANH = of(ActivationKind.TANH);

  /** See {@link ActivationKind#ERF}. */
  public static final Activation ERF = of(ActivationKind.ERF);

  /** See {@link ActivationKind#SIGMOID}. */
  public static final Activation SIGMOID = of(ActivationKind.SIGMOID);

  /** See {@link ActivationKind#GELU}. */
  public static final Activation GELU = of(ActivationKind.GELU);

  /** See {@link ActivationKind#SILU}. */
  public static final Activation SILU = of(ActivationKind.SILU);

  /** See {@link ActivationKind#ELU}. */
  public static final Activation ELU = of(ActivationKind.ELU);

  /** See {@link ActivationKind#SELU}. */
  public static final Activation SELU = of(ActivationKind.SELU);

  /** See {@link ActivationKind#SOFTPLUS}. */
  public static final Activation SOFTPLUS = of(ActivationKind.SOFTPLUS);

  /** See {@link ActivationKind#SIN}. */
  public static final Activation SIN = of(ActivationKind.SIN);

  private static final long serialVersionUID = 1;
  private static final double STEEPEST = 1e6;
  private static final Pattern WITH_SLOPE = Pattern.compile("leaky_relu\\(([^()]*)\\)");

  /** Three digits of exponent cover the doubles and keep decimal arithmetic short. */
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d{1,40}\\.?\\d{0,40}|\\.\\d{1,40})([eE][-+]?\\d{1,3})?");

  /** Checks the slope; a leaky ReLU that is ReLU or the identity becomes it. */
  public Activation {
    Objects.requireNonNull(kind, "kind");
    if (kind != ActivationKind.LEAKY_RELU && negativeSlope != kind.slopeBelowZero()) {
      throw new IllegalArgumentException(
          kind.label() + " has no other slope below 0 than " + kind.slopeBelowZero());
    }
    if (!(Math.abs(negativeSlope) <= STEEPEST)) {
      throw new IllegalArgumentException(badSlope(String.valueOf(negativeSlope)));
    }
    negativeSlope += 0.0;
    kind = kind == ActivationKind.LEAKY_RELU ? simplest(negativeSlope) : kind;
  }

  private static ActivationKind simplest(double negativeSlope) {
    if (negativeSlope == 0) {
      return ActivationKind.RELU;
    }
    return negativeSlope == 1 ? ActivationKind.LINEAR : ActivationKind.LEAKY_RELU;
  }

  /** The activation of a kind; of the leaky ReLU the usual one. */
  public static Activation of(ActivationKind kind) {
    return new Activation(kind, kind.slopeBelowZero());
  }

  /**
   * A leaky ReLU.
   *
   * @param negativeSlope from {@code -1e6} to {@code 1e6}
   * @throws IllegalArgumentException if the slope is out of range
   */
  public static Activation leakyRelu(double negativeSlope) {
    return new Activation(ActivationKind.LEAKY_RELU, negativeSlope);
  }

  /** One activation of each kind. */
  public static List<Activation> all() {
    return Arrays.stream(ActivationKind.values()).map(Activation::of).toList();
  }

  /**
   * The activation with this {@link #label}, or with that of a leaky ReLU whose slope is written in
   * any other way.
   *
   * @throws IllegalArgumentException if there is none, with what is allowed
   */
  public static Activation parse(String text) {
    Matcher withSlope = WITH_SLOPE.matcher(text);
    if (withSlope.matches()) {
      return leakyRelu(slope(withSlope.group(1).strip()));
    }
    return all().stream()
        .filter(activation -> activation.label().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("must be " + allowed() + ", not " + text));
  }

  private static String allowed() {
    String labels = all().stream().map(Activation::label).collect(Collectors.joining(", "));
    return labels + " or leaky_relu(SLOPE)";
  }

  private static double slope(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new IllegalArgumentException(badSlope(text));
    }
    return new BigDecimal(text).doubleValue();
  }

  private static String badSlope(String found) {
    return "the slope of leaky_relu must be a number from -1e6 to 1e6, not " + found;
  }

  /**
   * The name used in sweep files and tables: that of its kind, and the slope of a leaky ReLU unless
   * it is 0.01, {@code leaky_relu(0.2)}.
   */
  public String label() {
    return negativeSlope == kind.slopeBelowZero()
        ? kind.label()
        : kind.label() + "(" + decimal(negativeSlope) + ")";
  }

  /** The shortest decimal that is read as this number, the same in every release of Java. */
  private static String decimal(double value) {
    BigDecimal exact = new BigDecimal(value);
    int digits = 1;
    while (exact.round(new MathContext(digits)).doubleValue() != value) {
      digits++;
    }
    BigDecimal shortest = exact.round(new MathContext(digits));
    return Math.abs(value) < 1e-6 ? shortest.toString() : shortest.toPlainString();
  }

  /** {@inheritDoc} The {@link #label}. */
  @Override
  public String toString() {
    return label();
  }

  /** Whether {@code phi(t h) = t phi(h)} for every {@code t > 0}. */
  public boolean isPositivelyHomogeneous() {
    return kind.growth() == Growth.HOMOGENEOUS;
  }

  /** Whether {@code phi(-h) = -phi(h)}. */
  public boolean isOdd() {
    return kind.symmetry() == Symmetry.ODD;
  }

  /** Whether its slope jumps at 0. */
  public boolean hasKink() {
    return negativeSlope != kind.slopeAboveZero();
  }
}
