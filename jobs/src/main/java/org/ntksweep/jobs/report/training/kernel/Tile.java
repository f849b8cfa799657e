package org.ntksweep.jobs.report.training.kernel;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ntksweep.core.observe.KernelEntries;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.training.KernelColumns;

/**
 * A kernel that is drawn.
 *
 * @param labels of its examples, ascending
 * @param entries in units of the mean diagonal entry, row by row
 */
record Tile(List<Double> labels, List<Double> entries) {
  /** Copies the lists. */
  Tile {
    labels = List.copyOf(labels);
    entries = List.copyOf(entries);
  }

  /** A kernel with its examples in the order of their labels, and about so many of them. */
  static Tile of(TableRow row, int most) {
    List<Double> labels = row.value(KernelColumns.LABELS).orElseThrow();
    List<Double> triangle = row.value(KernelColumns.of(KernelEntries.KERNEL)).orElseThrow();
    int n = labels.size();
    double diagonal =
        IntStream.range(0, n).mapToDouble(i -> triangle.get(at(i, i, n))).average().orElseThrow();
    int[] shown = shown(labels, most);
    return new Tile(
        IntStream.of(shown).mapToObj(labels::get).toList(),
        IntStream.of(shown)
            .boxed()
            .flatMap(
                i ->
                    IntStream.of(shown)
                        .mapToObj(
                            j -> triangle.get(at(Math.min(i, j), Math.max(i, j), n)) / diagonal))
            .toList());
  }

  /** Evenly along the order of labels, so that every class keeps its share. */
  private static int[] shown(List<Double> labels, int most) {
    int n = labels.size();
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparing(labels::get))
            .mapToInt(Integer::intValue)
            .toArray();
    int count = Math.min(n, most);
    return IntStream.range(0, count).map(i -> order[(int) ((long) i * n / count)]).toArray();
  }

  /** Where an entry of the upper triangle is. */
  private static int at(int i, int j, int n) {
    return i * n - i * (i - 1) / 2 + j - i;
  }

  int size() {
    return labels.size();
  }

  double entry(int i, int j) {
    return entries.get(i * size() + j);
  }

  /** Whether an example is the first of its class; none is where labels are not of classes. */
  boolean beginsClass(int i) {
    return i > 0
        && !labels.get(i).equals(labels.get(i - 1))
        && 2 * labels.stream().distinct().count() <= size();
  }

  boolean hasNegative() {
    return entries.stream().anyMatch(entry -> entry < 0);
  }
}
