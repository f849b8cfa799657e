package org.ntksweep.core.sampling;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.simd.Kernels;

/**
 * A program that prints one digest of the bits of many samples, to be run under different virtual
 * machines.
 */
public final class SampleDigest {
  /** The activations there were at first, and those that came after. */
  static final List<Activation> FIRST =
      List.of(Activation.RELU, Activation.TANH, Activation.ERF, Activation.LINEAR);

  /** Where everything takes long. */
  private static final List<Activation> FEW = List.of(Activation.RELU, Activation.TANH);

  static final List<Activation> LATER =
      List.of(Activation.SIGMOID, Activation.GELU, Activation.LEAKY_RELU, Activation.SIN);

  private SampleDigest() {}

  /**
   * Prints the kernels in use on the first line and the digests of {@code args[0]} samples of each
   * law on the lines after it, with {@code few} after it of few laws, with {@code dense} of
   * explicit weights.
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws NoSuchAlgorithmException {
    System.out.println(Kernels.best().description());
    int samples = Integer.parseInt(args[0]);
    if (args.length == 1) {
      digests(samples).forEach(System.out::println);
    } else if (args[1].equals("few")) {
      digestsOfFew(samples).forEach(System.out::println);
    } else {
      System.out.println(denseDigest(samples));
    }
  }

  /**
   * The digests of the activations there were at first, of the later ones, and of size-biased
   * networks.
   */
  static List<String> digests(int samples) throws NoSuchAlgorithmException {
    return List.of(
        digest(FIRST, samples),
        digest(LATER, samples),
        sizeBiasedDigest(Activation.all(), samples));
  }

  /** The digests of few laws, plain and size-biased. */
  static List<String> digestsOfFew(int samples) throws NoSuchAlgorithmException {
    return List.of(digest(FEW, samples), sizeBiasedDigest(FEW, samples));
  }

  /** The digest of so many samples of each law, under this virtual machine. */
  static String digest(List<Activation> activations, int samples) throws NoSuchAlgorithmException {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    Widths[] shapes = {
      Widths.of(3, 1),
      Widths.of(5, 17, 40, 1, 3, 1),
      Widths.constant(33, 150, 6),
      Widths.constant(4, 9, 60)
    };
    for (Activation activation : activations) {
      for (Widths widths : shapes) {
        for (double sigmaB2 : new double[] {0, 0.3}) {
          Network law = new Network(activation, 2.1, sigmaB2, widths, Parametrization.STANDARD);
          add(sha, SamplerKind.CONDITIONED.of(law, Inputs.withCosines(0.7, -0.2)), 3, samples);
          add(sha, SamplerKind.cheapest(law, Inputs.single()).of(law, Inputs.single()), 1, samples);
        }
      }
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  /** The digest of so many size-biased samples of each law, weights included. */
  private static String sizeBiasedDigest(List<Activation> activations, int samples)
      throws NoSuchAlgorithmException {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    VarianceReduction sizeBiased = VarianceReduction.SIZE_BIASED;
    for (Activation activation : activations) {
      for (Widths widths :
          new Widths[] {Widths.of(5, 17, 40, 1, 3, 1), Widths.constant(33, 70, 6)}) {
        for (double sigmaB2 : new double[] {0, 0.3}) {
          Network law = new Network(activation, 2.1, sigmaB2, widths, Parametrization.STANDARD);
          Inputs three = Inputs.withCosines(0.7, -0.2);
          add(sha, SamplerKind.CONDITIONED.of(law, three, sizeBiased), 3, samples);
          Inputs one = Inputs.single();
          SamplerKind kind = SamplerKind.cheapest(law, one, sizeBiased);
          add(sha, kind.of(law, one, sizeBiased), 1, samples);
        }
      }
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  /** The digest of explicit weights, with few inputs and with many: equal on equal processors. */
  static String denseDigest(int samples) throws NoSuchAlgorithmException {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    Inputs many = Inputs.withCosines(0.9, 0.7, 0.5, 0.3, 0.1, -0.1, -0.3, -0.5);
    for (Initialization initialization : Initialization.values()) {
      for (Widths widths :
          new Widths[] {Widths.of(5, 17, 40, 1, 3, 1), Widths.constant(9, 90, 5)}) {
        Network law =
            new Network(Activation.TANH, 2.1, 0.3, widths, Parametrization.STANDARD)
                .with(initialization);
        add(sha, SamplerKind.DENSE.of(law, Inputs.single()), 1, samples);
        add(sha, SamplerKind.DENSE.of(law, many), many.count(), samples);
      }
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  private static void add(MessageDigest sha, KernelSampler sampler, int inputs, int samples) {
    KernelMatrix kernel = new KernelMatrix(inputs);
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES);
    for (int s = 0; s < samples; s++) {
      sampler.sample(2026, s, kernel);
      if (kernel.logWeight() != 0) {
        sha.update(bytes.putDouble(0, kernel.logWeight()).array());
      }
      for (int i = 0; i < inputs; i++) {
        for (int j = 0; j <= i; j++) {
          sha.update(bytes.putDouble(0, kernel.theta(i, j)).array());
          sha.update(bytes.putDouble(0, kernel.logAbsTheta(i, j)).array());
        }
      }
    }
  }
}
