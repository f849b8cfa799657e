package org.ntksweep.core.training.plain;

import java.util.Optional;
import org.ntksweep.core.data.ExampleChoice;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.data.InputScale;
import org.ntksweep.core.data.LabelledData;
import org.ntksweep.core.data.Targets;
import org.ntksweep.core.training.TrainingData;

/** Examples from arrays. */
public final class TrainingExamples {
  private TrainingExamples() {}

  /** To be trained on, without a test set. */
  public static TrainingData of(double[][] inputs, double[] labels, Targets targets) {
    return new TrainingData(examples(inputs, labels, targets), Optional.empty());
  }

  /** The examples of these arrays. */
  public static Examples examples(double[][] inputs, double[] labels, Targets targets) {
    return ExampleChoice.all().from(new Arrays(inputs, labels), InputScale.RAW, targets);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Arrays(double[][] inputs, double[] labels) implements LabelledData {
    @Override
    public int count() {
      return inputs.length;
    }

    @Override
    public int dimension() {
      return inputs[0].length;
    }

    @Override
    public double label(int i) {
      return labels[i];
    }

    @Override
    public void input(int i, double[] out) {
      System.arraycopy(inputs[i], 0, out, 0, out.length);
    }
  }
}
