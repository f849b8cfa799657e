package org.ntksweep.core.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Initializations by the names they go by, as variances: {@code Var W^l = gain / fan}, the fan
 * being {@code n_{l-1}} (fan_in), {@code n_l} (fan_out) or the mean of both (fan_avg). What depends
 * on other widths than the fan-in is one {@code sigma_w2 = Var W^l n_{l-1}} for all layers only
 * where the widths are equal.
 */
public enum NamedInitialization {
  /** LeCun, Bottou, Orr and Mueller (1998), Efficient BackProp. */
  LECUN_NORMAL(1, Fan.IN, Initialization.GAUSSIAN, false),
  /** {@link #LECUN_NORMAL} with uniform weights. */
  LECUN_UNIFORM(1, Fan.IN, Initialization.UNIFORM, false),
  /** He, Zhang, Ren and Sun (2015), Delving deep into rectifiers, equation (10). */
  HE_NORMAL(2, Fan.IN, Initialization.GAUSSIAN, false),
  /** {@link #HE_NORMAL} with uniform weights. */
  HE_UNIFORM(2, Fan.IN, Initialization.UNIFORM, false),
  /** He et al. (2015), equation (14): the variance of gradients is kept. */
  HE_NORMAL_FAN_OUT(2, Fan.OUT, Initialization.GAUSSIAN, false),
  /** {@link #HE_NORMAL_FAN_OUT} with uniform weights. */
  HE_UNIFORM_FAN_OUT(2, Fan.OUT, Initialization.UNIFORM, false),
  /** Glorot and Bengio (2010), Understanding the difficulty of training deep networks. */
  GLOROT_NORMAL(1, Fan.AVERAGE, Initialization.GAUSSIAN, false),
  /** Glorot and Bengio (2010), equation (16); the default of dense layers in Keras. */
  GLOROT_UNIFORM(1, Fan.AVERAGE, Initialization.UNIFORM, false),
  /**
   * The default of {@code torch.nn.Linear}: weights and biases uniform on {@code [-1/sqrt(n_{l-1}),
   * 1/sqrt(n_{l-1})]}, so that both have the variance {@code 1 / (3 n_{l-1})}.
   */
  PYTORCH(1.0 / 3, Fan.IN, Initialization.UNIFORM, true);

  private enum Fan {
    IN,
    OUT,
    AVERAGE
  }

  private final double gain;
  private final Fan fan;
  private final Initialization initialization;
  private final boolean biases;

  NamedInitialization(double gain, Fan fan, Initialization initialization, boolean biases) {
    this.gain = gain;
    this.fan = fan;
    this.initialization = initialization;
    this.biases = biases;
  }

  /**
   * The initialization of a name: a label, {@code he} and {@code lecun} for the normal ones, {@code
   * kaiming} for he, {@code xavier} for glorot, {@code keras} for glorot_uniform; {@code -} for
   * {@code _}, and in capitals as in small letters.
   *
   * @throws IllegalArgumentException if there is none, with those there are
   */
  public static NamedInitialization parse(String name) {
    String usual =
        name.strip()
            .toLowerCase(Locale.ROOT)
            .replace('-', '_')
            .replaceFirst("^kaiming", "he")
            .replaceFirst("^xavier", "glorot")
            .replaceFirst("_fan_in$", "")
            .replaceFirst("^(he|lecun|glorot)(_fan_out)?$", "$1_normal$2")
            .replaceFirst("^keras$", "glorot_uniform");
    return Arrays.stream(values())
        .filter(known -> known.label().equals(usual))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "init: must be one of "
                        + Arrays.stream(values())
                            .map(NamedInitialization::label)
                            .collect(Collectors.joining(", "))
                        + ", not "
                        + name));
  }

  /** The name in small letters. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The law with the variances and the family of this initialization.
   *
   * @throws IllegalArgumentException if, at the widths of the law, layers differ in {@code
   *     sigma_w2} or {@code sigma_b2}
   */
  public Network applyTo(Network law) {
    double[] sigmaW2 = layers(law).mapToDouble(l -> sigmaW2(law.widths(), l)).toArray();
    double[] sigmaB2 = layers(law).mapToDouble(l -> sigmaB2(law.widths(), l)).toArray();
    return law.withVariances(only("sigma_w2", sigmaW2), only("sigma_b2", sigmaB2))
        .with(initialization);
  }

  private static IntStream layers(Network law) {
    return IntStream.rangeClosed(1, law.depth());
  }

  private double sigmaW2(Widths widths, int layer) {
    double in = widths.at(layer - 1);
    double out = widths.at(layer);
    return switch (fan) {
      case IN -> gain;
      case OUT -> gain * in / out;
      case AVERAGE -> gain * in / (0.5 * (in + out));
    };
  }

  private double sigmaB2(Widths widths, int layer) {
    return biases ? gain / widths.at(layer - 1) : 0;
  }

  private double only(String name, double[] values) {
    for (int l = 1; l < values.length; l++) {
      if (values[l] != values[0]) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "init %s: no single %s at these widths, it is %.6g in layer 1 and %.6g in layer %d",
                label(),
                name,
                values[0],
                values[l],
                l + 1));
      }
    }
    return values[0];
  }
}
