package org.ntksweep.jobs.cli.theory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.theory.SharedTheory;
import org.ntksweep.jobs.config.Sweep;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.Columns;
import org.ntksweep.jobs.tables.EstimateColumns;
import org.ntksweep.jobs.tables.LawColumns;
import org.ntksweep.jobs.tables.ListTable;
import org.ntksweep.jobs.tables.Table;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.TheoryColumns;
import org.ntksweep.jobs.tables.point.PointColumns;

/** What theory says of every point and cosine of a sweep, as a table. */
public final class TheoryTable {
  /** The columns in order: the law, theory as the estimates have it, and what follows from it. */
  static final Columns<KnownEntry> ALL = new Columns<>();

  /** Those of them that say more than which network it is. */
  static final List<Column<?>> EXPLAINED;

  /** The numbers that a grid on the screen has. */
  static final List<Column<Double>> SHOWN = new ArrayList<>();

  static {
    ALL.add(PointColumns.POINT_ID, entry -> entry.law().id().toString());
    ALL.addAll(LawColumns.FIRST, KnownEntry::law);
    ALL.add(EstimateColumns.COSINE, KnownEntry::cosine);
    ALL.addAll(TheoryColumns.ALL, KnownEntry::theory);
    SHOWN.addAll(
        List.of(
            TheoryColumns.EXACT_MEAN,
            TheoryColumns.EXACT_RATIO,
            TheoryColumns.INFINITE_WIDTH_MEAN,
            TheoryColumns.LIMIT_RATIO,
            TheoryColumns.PUBLISHED_LIMIT_RATIO,
            TheoryColumns.PUBLISHED_RATIO,
            number(
                "kappa_1",
                "MSML 2021, Lemma 5.2: the kernel of an input, all of norm 1",
                KnownEntry::kappa1),
            number("kappa_2", "the same of the two inputs", KnownEntry::kappa2),
            number(
                "kappa_ratio",
                "kappa_1 / kappa_2: near 1 the kernel matrix is near singular",
                KnownEntry::kappaRatio),
            number(
                "published_off_diagonal",
                "ICML 2022, (18): E[Theta(x,y)] / E[Theta(x,x)]",
                KnownEntry::publishedOffDiagonal)));
    number(
        "output_variance",
        "infinite-width variance of an output over initializations",
        KnownEntry::outputVariance);
    number(
        "output_variance_trained",
        "the same after training on 128 inputs, all at this cosine (MSML 2021, Theorem 5.3)",
        e -> e.trainedOutputVariance(128));
    number(
        "samples_for_10_percent",
        "networks that give the ratio a standard error of 10 %, exactly",
        e -> e.samplesFor(0.1));
    number("samples_for_1_percent", "the same for 1 %", e -> e.samplesFor(0.01));
    number(
        "size_biased_for_10_percent",
        "size-biased networks for 10 %, within a third or so",
        e -> e.sizeBiasedFor(0.1));
    number("size_biased_for_1_percent", "the same for 1 %", e -> e.sizeBiasedFor(0.01));
    number(
        "depth_to_width_of_ratio_2",
        "depth / width at which exact_ratio passes 2",
        e -> e.depthToWidthOfRatio2());
    ALL.add(
        Column.text("verdict", "whether the network may be taken for infinite width").orNull(),
        KnownEntry::verdict);
    ALL.addAll(LawColumns.LAST, KnownEntry::law);
    ALL.addAll(TheoryColumns.FIRST_STEP, KnownEntry::theory);
    ALL.addAll(RatioAnswer.ALL, KnownEntry::answer);
    List<Column<?>> explained = new ArrayList<>(ALL.all());
    explained.removeAll(LawColumns.FIRST.all());
    explained.removeAll(LawColumns.LAST.all());
    EXPLAINED = List.copyOf(explained);
  }

  private TheoryTable() {}

  /** The names of the columns in order. */
  public static List<String> names() {
    return ALL.names();
  }

  private static Column<Double> number(
      String name, String meaning, Function<KnownEntry, Double> value) {
    return ALL.add(Column.number(name, meaning).orNull(), value);
  }

  /** Theory of laws that need not be those of the sweep, which has the cosines. */
  public static Table of(List<Network> laws, Sweep sweep, Optional<RatioQuestion> question) {
    boolean open = question.isPresent() && question.get().open() != null;
    List<TableRow> rows = open ? answers(laws, question.get()) : rows(laws, sweep, question);
    return new ListTable(ALL.names(), rows);
  }

  private static List<TableRow> rows(
      List<Network> laws, Sweep sweep, Optional<RatioQuestion> question) {
    SharedTheory theory = new SharedTheory(laws);
    double[] cosines = sweep.sampling().cosines().stream().mapToDouble(c -> c).toArray();
    return laws.stream()
        .flatMap(
            law ->
                DoubleStream.concat(DoubleStream.of(1), DoubleStream.of(cosines))
                    .mapToObj(cosine -> KnownEntry.of(law, cosine, theory, question)))
        .map(ALL::row)
        .toList();
  }

  /** Answers and laws, but for what stands for the open axis and depends on it. */
  private static List<TableRow> answers(List<Network> laws, RatioQuestion question) {
    Columns<Network> columns = new Columns<>();
    columns.addAll(LawColumns.FIRST, law -> law);
    columns.addAll(LawColumns.LAST, law -> law);
    columns.addAll(RatioAnswer.ALL, law -> new RatioAnswer(law, Optional.of(question)));
    return laws.stream()
        .map(columns::row)
        .map(
            row ->
                row.without(question.open().column(), LawColumns.DEPTH_TO_WIDTH, LawColumns.WIDTHS))
        .toList();
  }
}
