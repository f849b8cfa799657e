package org.ntksweep.jobs.config.grid;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Trainable;

/**
 * The network laws of a grid: every combination of what varies, architectures fastest. A law is
 * made when it is asked for, so that millions of them take no more memory than their architectures.
 * Immutable.
 */
public final class LawProduct extends AbstractList<Network> implements RandomAccess, Serializable {
  private static final long serialVersionUID = 1;

  private final List<Activation> activations;
  private final List<Double> sigmaW2s;
  private final List<Double> sigmaB2s;
  private final List<Site> sites;
  private final Shared shared;

  /** What every law of a grid has. */
  public record Shared(
      Parametrization parametrization, Initialization initialization, Trainable trainable)
      implements Serializable {
    private static final long serialVersionUID = 1;
  }

  /**
   * The product of axes, each of distinct values.
   *
   * @throws IllegalArgumentException if there are more than {@link Integer#MAX_VALUE} laws
   */
  public LawProduct(
      List<Activation> activations,
      List<Double> sigmaW2s,
      List<Double> sigmaB2s,
      List<Site> sites,
      Shared shared) {
    this.activations = List.copyOf(activations);
    this.sigmaW2s = List.copyOf(sigmaW2s);
    this.sigmaB2s = List.copyOf(sigmaB2s);
    this.sites = List.copyOf(sites);
    this.shared = shared;
    if (count() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(count() + " laws are too many");
    }
  }

  /** How many there are, exact below 2^53. */
  private double count() {
    return (double) activations.size() * sigmaW2s.size() * sigmaB2s.size() * sites.size();
  }

  @Override
  public int size() {
    return (int) count();
  }

  @Override
  public Network get(int index) {
    int rest = index / sites.size();
    Site site = sites.get(index % sites.size());
    double sigmaB2 = sigmaB2s.get(rest % sigmaB2s.size());
    rest /= sigmaB2s.size();
    return new Network(
        activations.get(rest / sigmaW2s.size()),
        sigmaW2s.get(rest % sigmaW2s.size()),
        sigmaB2,
        site.widths(),
        shared.parametrization(),
        shared.initialization(),
        site.inputNorm2(),
        shared.trainable());
  }

  /** The laws of the first variances alone: one for every activation, architecture and norm. */
  public LawProduct ofFirstVariances() {
    return new LawProduct(
        activations, sigmaW2s.subList(0, 1), sigmaB2s.subList(0, 1), sites, shared);
  }
}
