package org.ntksweep.jobs.cli.format;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.theory.SharedTheory;
import org.ntksweep.core.theory.infinite.Kappas;
import org.ntksweep.core.theory.published.PublishedOffDiagonal;
import org.ntksweep.jobs.cli.theory.TheoryTable;

/**
 * What theory says of two different inputs: {@link Kappas}, as the paper plots them (all else in
 * the table is for unit inputs), and {@link PublishedOffDiagonal} where it is claimed.
 */
public final class PairColumns {
  public static final List<String> NAMES =
      List.of("kappa_1", "kappa_2", "kappa_ratio", "published_off_diagonal");

  private PairColumns() {}

  public static void put(
      Map<String, Object> values, Network law, double cosine, SharedTheory theory) {
    int depth = law.depth();
    if (depth > 1) {
      Kappas kappas = theory.kappas(law, cosine);
      TheoryTable.put(values, "kappa_1", OptionalDouble.of(kappas.kappa1(depth)));
      TheoryTable.put(values, "kappa_2", OptionalDouble.of(kappas.kappa2(depth)));
      TheoryTable.put(values, "kappa_ratio", OptionalDouble.of(kappas.ratio(depth)));
    }
    TheoryTable.put(values, "published_off_diagonal", PublishedOffDiagonal.of(law, cosine));
  }
}
