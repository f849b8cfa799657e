package org.ntksweep.core.training.revealed;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.number.ScaledNumber;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.observe.KernelReading;
import org.ntksweep.core.observe.collapse.Features;
import org.ntksweep.core.pass.AffineLayer;
import org.ntksweep.core.pass.Pass;
import org.ntksweep.core.pass.revealed.HeapSignals;
import org.ntksweep.core.pass.revealed.Inertia;
import org.ntksweep.core.pass.revealed.RevealedNetwork;
import org.ntksweep.core.theory.training.FrozenKernel;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.core.training.course.Answers;
import org.ntksweep.core.training.course.Collapse;
import org.ntksweep.core.training.course.Predictions;

/**
 * A network without weights and the examples that pass through it: what it answers, its kernel, and
 * the steps it makes.
 */
final class RevealedModel {
  private static final Pass.Visitor<HeapSignals> NOBODY = (l, layer, from, to) -> {};

  private final int examples;
  private final int kernelExamples;

  /**
   * How many examples' errors are carried down for the kernel: where they serve the loss too, all.
   */
  private final int carried;

  private final int outputs;
  private final Inputs inputs;
  private final RevealedNetwork network;
  private final Pass<HeapSignals> pass;
  private final KernelReading reading;
  private final KernelMatrix kernel;

  /** The kernel that predicts, where it is known. */
  private final Optional<FirstKernel> firstKernel;

  /** Those of the last hidden layer, where they are looked at. */
  private final double[][] testFeatures;

  /** Whether the network is as it was drawn. */
  private boolean isFirst;

  /** Whether the errors of the kernel have been carried down since the examples passed. */
  private boolean isRead;

  RevealedModel(Network law, TrainingData data, Training training, Inertia inertia) {
    examples = data.train().count();
    kernelExamples = training.kernelExamples();
    outputs = data.train().outputs();
    carried = outputs == 1 ? examples : kernelExamples;
    inputs = InputSpan.of(data);
    // Test examples pass one after the other, in the place of one more.
    int places = data.test().isPresent() ? examples + 1 : examples;
    network = RevealedNetwork.learning(law, inputs.dimension(), places, inertia);
    pass = network.pass();
    reading = new KernelReading(law);
    kernel = new KernelMatrix(kernelExamples);
    firstKernel =
        Predictions.areByKernel(data, training)
            ? Optional.of(new FirstKernel(law, examples))
            : Optional.empty();
    boolean keepsFeatures = Collapse.isSeen(law, data.train(), training);
    int test = keepsFeatures ? inputs.count() - examples : 0;
    testFeatures = new double[test][law.widths().at(law.depth() - 1)];
    for (int i = 0; i < examples; i++) {
      write(i, i);
    }
  }

  private void write(int input, int place) {
    HeapSignals signals = pass.inputs();
    Arrays.setAll(signals.vector(place), m -> inputs.at(input, m));
    signals.accept(place, 0);
    signals.multiply(place, place + 1);
  }

  /** Turns to a network as it is drawn. */
  void begin(long seed, long sample) {
    network.begin(seed, sample);
    isFirst = true;
  }

  /** The number N of examples it is trained on. */
  int examples() {
    return examples;
  }

  /** The layers, with the signals that passed last. */
  List<AffineLayer<HeapSignals>> layers() {
    return network.layers();
  }

  /** Carries all examples through the network as it is. */
  void answer(Answers answers) {
    isRead = false;
    if (isFirst) {
      passFirst();
    } else {
      pass.forward(0, examples);
    }
    pass.outputs(0, examples, answers);
  }

  /** Looks at a network of which nothing is known, the kernel's errors included. */
  private void passFirst() {
    reading.into(kernel);
    for (int i = 0; i < examples; i++) {
      pass.forward(i, i + 1);
      if (i < carried) {
        carryOutput(0, i, i + 1, reader(0));
      }
    }
    readOutputs(1);
  }

  /** The kernel at the examples that have passed last. */
  KernelMatrix kernel() {
    if (!isRead) {
      reading.into(kernel);
      readOutputs(0);
    }
    return kernel;
  }

  /**
   * The kernel of all outputs at initialization; empty where nothing is predicted by it.
   *
   * @param weight of an example in the loss
   */
  Optional<FrozenKernel> firstKernel(double weight) {
    return firstKernel.flatMap(first -> first.frozen(layers(), weight));
  }

  /** Adds to the kernel what outputs from this one on have of it. */
  private void readOutputs(int from) {
    for (int k = from; k < outputs; k++) {
      carryOutput(k, 0, carried, reader(k));
    }
    isRead = true;
  }

  /** Reads the kernel off the errors of an output. */
  private Pass.Visitor<HeapSignals> reader(int output) {
    return (l, layer, from, to) -> {
      reading.arrived(l, layer, from, Math.min(to, kernelExamples));
      if (isFirst) {
        firstKernel.ifPresent(first -> first.take(output, l, layer, from, to));
      }
    };
  }

  private void carryOutput(int k, int from, int to, Pass.Visitor<HeapSignals> visitor) {
    carry(from, to, (i, output) -> output == k ? 1 : 0, visitor);
  }

  /** Carries errors of the outputs down. */
  private void carry(int from, int to, Slope slope, Pass.Visitor<HeapSignals> visitor) {
    HeapSignals errors = pass.errors();
    for (int i = from; i < to; i++) {
      int example = i;
      Arrays.setAll(errors.vector(i), k -> slope.at(example, k));
      errors.accept(i, 0);
    }
    errors.multiply(from, to);
    pass.carry(from, to, visitor);
  }

  /** A derivative by output k at example i. */
  private interface Slope {
    double at(int i, int k);
  }

  /** Shows what the examples that have passed last left where they enter the last layer. */
  void visitFeatures(Features.Visitor visitor) {
    double[] h = new double[lastLayer().inputs().dimension()];
    for (int i = 0; i < examples; i++) {
      readFeatures(i, h);
      visitor.take(i, h);
    }
  }

  private void readFeatures(int place, double[] h) {
    HeapSignals signals = lastLayer().inputs();
    int e = signals.exponent(place);
    double[] mantissas = signals.vector(place);
    Arrays.setAll(h, p -> Math.scalb(mantissas[p], e));
  }

  /** Shows the features of the test examples as they were answered last, if they were kept. */
  void visitTestFeatures(Features.Visitor visitor) {
    for (int i = 0; i < testFeatures.length; i++) {
      visitor.take(i, testFeatures[i]);
    }
  }

  /**
   * The last weights, a row for every output, in any unit. Nothing is drawn for them: the kernel
   * has looked at all rows before. With one output its error is left at the first example as it
   * was, 1, by which a step goes on.
   */
  double[][] lastWeights() {
    AffineLayer<HeapSignals> last = lastLayer();
    HeapSignals errors = last.errors();
    double[][] rows = new double[outputs][last.inputs().dimension()];
    for (int k = 0; k < outputs; k++) {
      double[] row = rows[k];
      Arrays.fill(errors.vector(0), 0);
      errors.vector(0)[k] = 1;
      errors.accept(0, 0);
      errors.multiply(0, 1);
      last.map()
          .transposeTimes(errors, 0, 1, (i, w, e) -> System.arraycopy(w, 0, row, 0, row.length));
    }
    return rows;
  }

  private AffineLayer<HeapSignals> lastLayer() {
    return layers().get(layers().size() - 1);
  }

  /** Carries the test examples up. */
  void answerTest(Answers test) {
    for (int i = examples; i < inputs.count(); i++) {
      int example = i - examples;
      write(i, examples);
      pass.forward(examples, examples + 1);
      if (testFeatures.length > 0) {
        readFeatures(examples, testFeatures[example]);
      }
      pass.outputs(examples, examples + 1, (place, h, e) -> test.take(example, h, e));
    }
  }

  /** Makes a step of gradient descent, the examples having passed last. */
  void step(Answers answers, double learningRate) {
    if (isFirst) {
      network.beginLearning();
      isFirst = false;
    }
    ScaledNumber rate = ScaledNumber.of(-learningRate);
    ScaledNumber[] f = new ScaledNumber[examples];
    if (outputs == 1) {
      // The errors of the loss are those of the kernel but for a factor.
      if (!isRead) {
        carryOutput(0, 0, examples, NOBODY);
      }
      Arrays.setAll(f, i -> rate.times(answers.slope(i, 0)));
    } else {
      carry(0, examples, answers::slope, NOBODY);
      Arrays.fill(f, rate);
    }
    network.learn(f);
  }

  /** Writes all that is known of the network. */
  void write(DataOutput out) throws IOException {
    out.writeBoolean(isFirst);
    network.write(out);
  }

  /** Turns to the network that was written. */
  void read(DataInput in) throws IOException {
    isFirst = in.readBoolean();
    network.read(in);
  }
}
