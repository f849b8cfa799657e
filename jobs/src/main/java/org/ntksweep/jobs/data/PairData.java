package org.ntksweep.jobs.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.random.RandomStream;
import org.ntksweep.core.training.TrainingData;

/**
 * The inputs of a law at some cosines, with random signs as targets, one for every output: bit
 * {@code k} of word i of the stream that the seed names.
 *
 * @param cosines those of the second input and on with the first
 * @param tests how many of the inputs, the last ones, are to test on; not all
 * @param seed of the signs
 */
public record PairData(List<Double> cosines, int tests, long seed) implements SweepData {
  private static final long serialVersionUID = 1;

  /** The name of the stream of signs. */
  private static final long SIGNS = 0x7369676e73L;

  /** Copies the list. */
  public PairData {
    cosines = List.copyOf(cosines);
  }

  @Override
  public int examples() {
    return inputs() - tests;
  }

  private int inputs() {
    return 1 + cosines.size();
  }

  @Override
  public TrainingData at(Network law) {
    Inputs inputs = Inputs.of(law, cosines.stream().mapToDouble(Double::doubleValue).toArray());
    int n = law.widths().inputDim();
    double[][] x = new double[inputs()][n];
    double[][] y = new double[inputs()][];
    double[] label = new double[inputs()];
    RandomStream signs = new RandomStream();
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < Math.min(n, inputs.dimension()); j++) {
        x[i][j] = inputs.at(i, j);
      }
      signs.reset(seed, SIGNS, i);
      y[i] = signs(signs, law.widths().outputs());
      label[i] = y[i][0];
    }
    int all = inputs();
    return new TrainingData(
        Examples.of(
            Arrays.copyOf(x, examples()),
            Arrays.copyOf(y, examples()),
            Arrays.copyOf(label, examples())),
        tests == 0
            ? Optional.empty()
            : Optional.of(
                Examples.of(
                    Arrays.copyOfRange(x, examples(), all),
                    Arrays.copyOfRange(y, examples(), all),
                    Arrays.copyOfRange(label, examples(), all))));
  }

  @Override
  public double bytes(Network law) {
    return inputs() * HeapShare.ofExample(law.widths().inputDim() + 2.0 * law.widths().outputs());
  }

  private static double[] signs(RandomStream stream, int count) {
    long[] words = stream.bits(count);
    double[] signs = new double[count];
    for (int k = 0; k < count; k++) {
      signs[k] = words[k] < 0 ? -1 : 1;
    }
    return signs;
  }
}
