package org.ntksweep.jobs.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.ntksweep.core.network.Initialization;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Trainable;
import org.ntksweep.jobs.report.rows.Rows;
import org.ntksweep.jobs.report.rows.Text;
import org.ntksweep.jobs.tables.EstimateColumns;
import org.ntksweep.jobs.tables.LawColumns;

/** What all networks of a sweep have in common and captions have to say. */
final class Facts {
  private Facts() {}

  static List<String> of(Rows estimates) {
    Network law = LawColumns.law(estimates.all().get(0));
    List<String> facts = new ArrayList<>();
    if (law.trainable() == Trainable.WEIGHTS) {
      facts.add("weights alone trained");
    }
    if (law.parametrization() == Parametrization.NTK) {
      facts.add("NTK parametrization");
    }
    if (law.initialization() != Initialization.GAUSSIAN) {
      facts.add(law.initialization().label() + " weights");
    }
    List<Double> samples = estimates.numbers(EstimateColumns.SAMPLES);
    String least = Text.count(samples.get(0));
    String most = Text.count(samples.get(samples.size() - 1));
    facts.add((least.equals(most) ? least : least + " to " + most) + " samples");
    return facts;
  }
}
