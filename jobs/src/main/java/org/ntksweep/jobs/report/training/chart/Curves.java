package org.ntksweep.jobs.report.training.chart;

import static org.ntksweep.jobs.report.training.chart.Pane.byFactors;
import static org.ntksweep.jobs.report.training.chart.Pane.linear;

import java.util.List;
import java.util.stream.Stream;
import org.ntksweep.core.training.Quantity;

/**
 * What was measured along training, as curves.
 *
 * @param name of the chart and its files
 * @param heading of the chart
 * @param advice what to look at
 * @param panes its pictures, side by side
 */
record Curves(String name, String heading, String advice, List<Pane> panes) {
  /** The entries of the same class, and of other classes, in units of the diagonal. */
  static final String SAME_OF_DIAGONAL = "same_of_diagonal";

  static final String OTHER_OF_DIAGONAL = "other_of_diagonal";

  private static final String MEASURED = "measured";

  private static final String FIXED = "fixed blocks";

  /** The loss, measured and predicted. */
  static final List<Pane> LOSS =
      List.of(
          byFactors(
              "",
              "loss",
              Line.of(Quantity.LOSS, MEASURED),
              Line.predicted(Quantity.PREDICTED_LOSS, "by its own kernel"),
              Line.predicted(Quantity.PREDICTED_LOSS_INFINITE, "by infinite width")));

  /** What a learning rate is judged by. */
  static final List<Pane> OF_RATES =
      List.of(
          byFactors("lowest loss", "lowest loss", Line.of(Quantity.LOWEST_LOSS, "lowest loss")),
          linear(
              "accuracy",
              "accuracy",
              Line.of(Quantity.ACCURACY, "training"),
              Line.of(Quantity.TEST_ACCURACY, "test")),
          byFactors("change", "|Θₜ − Θ₀| / |Θ₀|", Line.of(Quantity.CHANGE, "change of the kernel")),
          byFactors("NC1", "NC1", Line.of(Quantity.NC1, "NC1")));

  private static final String TRAINING = "training examples";

  private static final String TEST = "test examples";

  /** In the order they are read. */
  static final List<Curves> ALL =
      List.of(
          new Curves(
              "change",
              "The kernel moves",
              "Change of the kernel in units of its norm. Below the dotted line at 0.1 training is"
                  + " said to be that of a kernel.",
              List.of(
                  byFactors(
                      "", "|Θₜ − Θ₀| / |Θ₀|", Line.of(Quantity.CHANGE, "change of the kernel")))),
          new Curves(
              "kernel-cosine",
              "The kernel turns",
              "Cosine between the kernel now and at initialization. At 1 the kernel has grown or"
                  + " shrunk alone; look at who turns away, and when.",
              List.of(
                  linear("", "cosine of Θₜ and Θ₀", Line.of(Quantity.KERNEL_COSINE, "cosine")))),
          new Curves(
              "labels",
              "The kernel takes on the labels",
              "Mean entries of two different examples, of one class and of two. Look at whether"
                  + " those of one class grow towards the diagonal and the others stay behind.",
              List.of(
                  linear(
                      "of the diagonal",
                      "Θ(x, y) / Θ(x, x)",
                      Line.of(SAME_OF_DIAGONAL, "same class"),
                      Line.of(OTHER_OF_DIAGONAL, "other class")),
                  byFactors(
                      "entries",
                      "Θ",
                      Line.of(Quantity.MEAN_DIAGONAL, "diagonal"),
                      Line.of(Quantity.SAME_CLASS, "same class"),
                      Line.of(Quantity.OTHER_CLASS, "other class")))),
          new Curves(
              "alignment",
              "The kernel aligns with the labels",
              "Cosine of the kernel and the inner products of the targets, plain and with both"
                  + " double-centered. Look at when it begins to grow.",
              List.of(
                  linear(
                      "kernel",
                      "cosine of Θ and Y′Y",
                      Line.of(Quantity.ALIGNMENT, "plain"),
                      Line.of(Quantity.CENTERED_ALIGNMENT, "centered")),
                  linear(
                      "features kernel",
                      "cosine of Θʰ and Y′Y",
                      Line.of(Quantity.FEATURES_ALIGNMENT, "features")),
                  byFactors(
                      "features kernel entries",
                      "Θʰ",
                      Line.of(Quantity.KAPPA_D, "diagonal"),
                      Line.of(Quantity.KAPPA_C, "same class"),
                      Line.of(Quantity.KAPPA_N, "other class")))),
          new Curves(
              "pairs",
              "Kernels of pairs",
              "Norms of the kernel of an output with itself and of two outputs, and of two features"
                  + " of the last hidden layer. Look at whether kernels of pairs vanish beside the"
                  + " others.",
              List.of(
                  byFactors(
                      "outputs",
                      "|Θₖₛ|",
                      Line.of(Quantity.OUTPUT_NORM, "one output"),
                      Line.of(Quantity.OUTPUT_PAIR_NORM, "two outputs")),
                  byFactors(
                      "features",
                      "|Θʰ| of pairs",
                      Line.of(Quantity.FEATURE_NORM, "one feature"),
                      Line.of(Quantity.FEATURE_PAIR_NORM, "two features")))),
          new Curves(
              "test-loss",
              "Loss on the test examples",
              "The loss over examples that were not trained on. Look at where it turns upwards.",
              List.of(byFactors("", "test loss", Line.of(Quantity.TEST_LOSS, "test loss")))),
          new Curves(
              "accuracy",
              "Accuracy",
              "Share of the examples whose class the network tells.",
              List.of(
                  linear(
                      "",
                      "accuracy",
                      Line.of(Quantity.ACCURACY, TRAINING),
                      Line.of(Quantity.TEST_ACCURACY, TEST)))),
          new Curves(
              "collapse",
              "Features collapse",
              "The last hidden layer. NC1, CDNV: scatter within classes in units of that between"
                  + " them. NC2: class means and a simplex. NC3: last weights and class means. NC4:"
                  + " share of answers that are not those of the nearest class mean. All fall to 0"
                  + " where features collapse.",
              List.of(
                  byFactors(
                      "NC1",
                      "NC1",
                      Line.of(Quantity.NC1, TRAINING),
                      Line.of(Quantity.TEST_NC1, TEST)),
                  byFactors(
                      "CDNV",
                      "CDNV",
                      Line.of(Quantity.CDNV, TRAINING),
                      Line.of(Quantity.TEST_CDNV, TEST)),
                  byFactors(
                      "NC2",
                      "NC2",
                      Line.of(Quantity.NC2, "inner products"),
                      Line.of(Quantity.NC2_NORMS, "norms"),
                      Line.of(Quantity.NC2_ANGLES, "angles")),
                  byFactors("NC3", "NC3", Line.of(Quantity.NC3, "NC3")),
                  linear(
                      "NC4",
                      "NC4",
                      Line.of(Quantity.NC4, TRAINING),
                      Line.of(Quantity.TEST_NC4, TEST)),
                  byFactors(
                      "norms",
                      "norms",
                      Line.of(Quantity.CLASS_MEANS_NORM, "|H₁H₁′|"),
                      Line.of(Quantity.WITHIN_CLASS_NORM, "|H₂H₂′|"),
                      Line.of(Quantity.GLOBAL_MEAN_NORM, "|global mean|")))),
          new Curves(
              "invariant",
              "The invariant of a kernel with blocks",
              "E would be conserved were the features kernel three numbers, one for each kind of"
                  + " pair. The cosine of its terms tends to 1 where features collapse and E does"
                  + " not grow with them.",
              List.of(
                  byFactors("norm", "|E|", Line.of(Quantity.INVARIANT_NORM, "|E|")),
                  linear(
                      "alignment",
                      "cosine of its terms",
                      Line.of(Quantity.INVARIANT_ALIGNMENT, "alignment")))),
          new Curves(
              "blocks",
              "Beside training with fixed blocks",
              "The network, and the same had its features kernel kept the three means it began"
                  + " with. Look at how long they go together.",
              List.of(
                  byFactors(
                      "loss",
                      "loss",
                      Line.predicted(Quantity.BLOCKS_LOSS, FIXED),
                      Line.of(Quantity.LOSS, MEASURED)),
                  byFactors(
                      "NC1",
                      "NC1",
                      Line.predicted(Quantity.BLOCKS_NC1, FIXED),
                      Line.of(Quantity.NC1, MEASURED)),
                  byFactors(
                      "NC3",
                      "NC3",
                      Line.predicted(Quantity.BLOCKS_NC3, FIXED),
                      Line.of(Quantity.NC3, MEASURED)),
                  byFactors(
                      "within classes",
                      "|H₂H₂′|",
                      Line.predicted(Quantity.BLOCKS_WITHIN_CLASS_NORM, FIXED),
                      Line.of(Quantity.WITHIN_CLASS_NORM, MEASURED)))));

  /** Copies the list. */
  Curves {
    panes = List.copyOf(panes);
  }

  /** All quantities that are drawn as curves. */
  static List<Quantity> quantities() {
    List<String> columns =
        Stream.concat(
                Stream.of(LOSS, OF_RATES).flatMap(List::stream),
                ALL.stream().flatMap(curves -> curves.panes().stream()))
            .flatMap(pane -> pane.lines().stream())
            .map(Line::column)
            .toList();
    return Stream.of(Quantity.values()).filter(q -> columns.contains(q.label())).toList();
  }
}
