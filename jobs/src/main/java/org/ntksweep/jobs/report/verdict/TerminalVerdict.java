package org.ntksweep.jobs.report.verdict;

import java.util.ArrayList;
import java.util.List;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Trainable;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.rows.Text;
import org.ntksweep.jobs.tables.LawColumns;

/** The verdict on a sweep as lines of text, no wider than a terminal of 80 columns. */
public final class TerminalVerdict {

  private TerminalVerdict() {}

  /** The lines, from the rows of the diagonal. */
  public static List<String> lines(Rows diagonal) {
    List<String> lines = new ArrayList<>();
    lines.addAll(TerminalText.wrapped("", criterion() + condition(diagonal) + ":"));
    for (Finding finding : Finding.of(diagonal)) {
      lines.addAll(TerminalText.wrapped("  ", finding.subject()));
      lines.addAll(TerminalText.wrapped(TerminalText.INDENT, finding.answer()));
    }
    int underpowered = new Tally(diagonal).underpowered();
    if (underpowered > 0) {
      lines.addAll(
          TerminalText.wrapped(
              "",
              Text.count(underpowered)
                  + " of "
                  + Text.counted(diagonal.all().size(), "point")
                  + " are underpowered: too few samples for the tail of their kernel"));
    }
    return lines;
  }

  private static String criterion() {
    return "networks may be taken for their infinite-width kernel (E[Theta^2]/E[Theta]^2 below "
        + Evidence.SMALL_RATIO
        + ", mean within "
        + Math.round(100 * Evidence.SMALL_SHIFT)
        + " % of infinite width)";
  }

  /** What kernel it is, where it is not that of all parameters at unit inputs. */
  private static String condition(Rows diagonal) {
    Network law = LawColumns.law(diagonal.all().get(0));
    boolean unit =
        diagonal.all().stream().allMatch(row -> row.value(LawColumns.INPUT_NORM2).orElse(1.0) == 1);
    return (law.trainable() == Trainable.WEIGHTS ? ", weights alone trained" : "")
        + (unit ? "" : ", |x|^2 as given");
  }
}
