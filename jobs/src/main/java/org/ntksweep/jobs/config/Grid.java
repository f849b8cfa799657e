package org.ntksweep.jobs.config;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Widths;
import org.ntksweep.jobs.config.grid.Architectures;
import org.ntksweep.jobs.config.grid.LawProduct;
import org.ntksweep.jobs.config.grid.Site;
import org.ntksweep.jobs.config.grid.Sizes;
import org.ntksweep.jobs.config.key.Key;
import org.ntksweep.jobs.config.yaml.ConfigException;
import org.ntksweep.jobs.config.yaml.Mapping;
import org.ntksweep.jobs.config.yaml.Value;

/**
 * The network laws of a sweep.
 *
 * @param points distinct, in the order of the file; those of a file are made as they are read
 */
public record Grid(List<Network> points) implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int MAX_POINTS = 5_000_000;

  /** Copies a list that may change. */
  public Grid {
    points = points instanceof LawProduct ? points : List.copyOf(points);
  }

  /**
   * The grid of a complete file: the product of its axes, architectures varying fastest.
   *
   * @throws ConfigException if it is incomplete, or too large
   */
  static Grid read(Mapping root) {
    List<Activation> activations = SweepKeys.ACTIVATION.in(root);
    List<Double> sigmaW2s = SweepKeys.SIGMA_W2.in(root);
    List<Double> sigmaB2s = SweepKeys.SIGMA_B2.in(root);
    List<Site> sites = Site.all(architectures(root), SweepKeys.INPUT_NORM2.in(root));
    checkCount(root, activations, sigmaW2s, sigmaB2s, sites);
    LawProduct.Shared shared =
        new LawProduct.Shared(
            SweepKeys.PARAMETRIZATION.in(root),
            SweepKeys.INITIALIZATION.in(root),
            SweepKeys.TRAINABLE.in(root));
    return new Grid(new LawProduct(activations, sigmaW2s, sigmaB2s, sites, shared));
  }

  private static List<Widths> architectures(Mapping root) {
    return SweepKeys.WIDTHS
        .findIn(root)
        .orElseGet(
            () ->
                new Architectures(
                        SweepKeys.WIDTH.in(root),
                        oneOf(root, SweepKeys.INPUT_DIM, SweepKeys.ALPHA0),
                        oneOf(root, SweepKeys.DEPTH, SweepKeys.DEPTH_TO_WIDTH),
                        SweepKeys.OUTPUTS.in(root))
                    .all(section(root)));
  }

  private static Sizes oneOf(Mapping root, Key<Sizes> size, Key<Sizes> ratio) {
    return size.findIn(root)
        .or(() -> ratio.findIn(root))
        .orElseThrow(
            () ->
                section(root)
                    .error(
                        String.format(
                            Locale.ROOT,
                            "needs %s or %s (or widths, which has both)",
                            size.name(),
                            ratio.name())));
  }

  private static Value section(Mapping root) {
    return root.require("grid");
  }

  private static void checkCount(Mapping root, List<?>... axes) {
    double count = 1;
    for (List<?> axis : axes) {
      count *= axis.size();
    }
    if (count > MAX_POINTS) {
      throw section(root)
          .error(
              String.format(
                  Locale.ROOT, "has %,.0f points; at most %,d are allowed", count, MAX_POINTS));
    }
  }

  /** A law for every activation, architecture and norm: what samplers ask of a law. */
  List<Network> shapes() {
    return points instanceof LawProduct product ? product.ofFirstVariances() : points;
  }
}
