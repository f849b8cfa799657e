package org.ntksweep.core.training.explicit;

import org.ntksweep.core.matrix.Entries;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.pass.explicit.LearningNetwork;
import org.ntksweep.core.training.plain.PlainNetwork;

/** Networks as they are drawn, their weights in arrays. */
public final class Drawn {
  private Drawn() {}

  /** The network of a sample. */
  public static PlainNetwork of(Network law, long seed, long sample) {
    try (Resources resources = new Resources()) {
      LearningNetwork network = new LearningNetwork(law, 1, 1, Precision.DOUBLE, resources);
      network.begin(seed, sample);
      return copy(law, network.parameters().vector().entries());
    }
  }

  private static PlainNetwork copy(Network law, Entries theta) {
    PlainNetwork copy = new PlainNetwork(law, law.widths().inputDim());
    int from = 0;
    for (int l = 1; l <= law.depth(); l++) {
      boolean ntk = law.parametrization() == Parametrization.NTK;
      double unit = ntk ? Math.sqrt(law.weightVariance(l)) : 1;
      int rows = law.widths().at(l);
      double[] column = new double[rows];
      for (int c = 0; c < law.widths().at(l - 1); c++) {
        theta.get(from, column, rows);
        for (int r = 0; r < rows; r++) {
          copy.weights[l][r][c] = unit * column[r];
        }
        from += rows;
      }
      theta.get(from, column, rows);
      for (int r = 0; r < rows; r++) {
        copy.biases[l][r] = ntk ? Math.sqrt(law.sigmaB2()) * column[r] : column[r];
      }
      from += rows;
    }
    return copy;
  }
}
