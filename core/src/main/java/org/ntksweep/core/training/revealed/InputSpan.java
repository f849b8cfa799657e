package org.ntksweep.core.training.revealed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.training.TrainingData;

/**
 * Inputs by their coordinates in an orthonormal basis of the space they span, which is all that a
 * law invariant under rotations sees of them. An input along which earlier ones leave nothing new
 * adds no dimension, so there are no more than inputs, or entries of an input.
 */
final class InputSpan {
  /** What is left of an input below this, relative to it, is rounding. */
  private static final double RANK_TOLERANCE = 0x1p-46;

  private final List<double[]> basis = new ArrayList<>();

  private InputSpan() {}

  /** The training examples and after them the test examples. */
  static Inputs of(TrainingData data) {
    double[][] train = rows(Optional.of(data.train()));
    double[][] test = rows(data.test());
    double[][] all = Arrays.copyOf(train, train.length + test.length);
    System.arraycopy(test, 0, all, train.length, test.length);
    return Inputs.ofCoordinates(new InputSpan().coordinates(all));
  }

  private static double[][] rows(Optional<Examples> examples) {
    return examples
        .map(e -> IntStream.range(0, e.count()).mapToObj(i -> row(e, i)).toArray(double[][]::new))
        .orElse(new double[0][]);
  }

  private static double[] row(Examples examples, int i) {
    return IntStream.range(0, examples.dimension())
        .mapToDouble(j -> examples.input(i, j))
        .toArray();
  }

  private double[][] coordinates(double[][] inputs) {
    double[][] along = Arrays.stream(inputs).map(this::coordinates).toArray(double[][]::new);
    int dimension = Math.max(basis.size(), 1);
    return Arrays.stream(along).map(row -> Arrays.copyOf(row, dimension)).toArray(double[][]::new);
  }

  /** The coordinates of the next input, and the direction that it adds. */
  private double[] coordinates(double[] input) {
    double[] along = new double[basis.size() + 1];
    double[] rest = input.clone();
    double norm = norm(input);
    // Once more, for what rounding leaves in.
    takeOut(rest, along);
    takeOut(rest, along);
    double left = norm(rest);
    if (left > RANK_TOLERANCE * norm) {
      along[basis.size()] = left;
      basis.add(Arrays.stream(rest).map(x -> x / left).toArray());
    }
    return along;
  }

  private void takeOut(double[] rest, double[] along) {
    for (int b = 0; b < basis.size(); b++) {
      double[] direction = basis.get(b);
      double dot = dot(direction, rest);
      along[b] += dot;
      for (int j = 0; j < rest.length; j++) {
        rest[j] -= dot * direction[j];
      }
    }
  }

  private static double norm(double[] x) {
    return Math.sqrt(dot(x, x));
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
