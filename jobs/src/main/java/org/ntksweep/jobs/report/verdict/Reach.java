package org.ntksweep.jobs.report.verdict;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import org.ntksweep.core.theory.Dispersion;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.TheoryColumns;

/**
 * How deep the networks of a family may be taken for their infinite-width kernel.
 *
 * @param family the networks
 * @param depth the largest depth down to which all of them may; 0 if not even the shallowest may.
 *     Where the ratio is known exactly, depths between those of the sweep count too
 * @param doubt the shallowest network that may not; empty if every one may
 */
public record Reach(Family family, int depth, Optional<TableRow> doubt) {

  /** Families whose networks must be shallow come first. */
  public static final Comparator<Reach> LEAST_FIRST =
      Comparator.comparing(Reach::isComplete).thenComparingDouble(Reach::measure);

  /** The reach of a family. */
  public static Reach of(Family family) {
    Optional<TableRow> doubt =
        family.byDepth().stream().filter(row -> Evidence.of(row).grade() != Grade.YES).findFirst();
    int measured =
        family.byDepth().stream()
            .takeWhile(row -> Evidence.of(row).grade() == Grade.YES)
            .mapToInt(row -> (int) Family.depth(row))
            .max()
            .orElse(0);
    int exact = doubt.map(row -> exactly(row).orElse(0)).orElse(0);
    return new Reach(family, Math.max(measured, exact), doubt);
  }

  /** The largest depth of an exact ratio that is small, if ratios are exact there. */
  private static OptionalInt exactly(TableRow doubt) {
    if (doubt.value(TheoryColumns.EXACT_RATIO).isEmpty()) {
      return OptionalInt.empty();
    }
    OptionalInt beyond = Dispersion.depthBeyond(Evidence.SMALL_RATIO, LawColumns.law(doubt));
    // The mean of such a network is that of infinite width: nothing but the ratio decides.
    return beyond.isPresent() ? OptionalInt.of(beyond.getAsInt() - 1) : beyond;
  }

  /** Whether every network of the family may be taken for its infinite-width kernel. */
  public boolean isComplete() {
    return doubt.isEmpty();
  }

  /** The depth in units of the width, or the depth itself if hidden widths differ. */
  public double measure() {
    return family.perWidth(depth).orElse(depth);
  }
}
