package org.ntksweep.core.training.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.observe.KernelEntries;
import org.ntksweep.core.training.LazyScale;
import org.ntksweep.core.training.Loss;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Observation;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.core.training.TrainingRecord;

/** The training of a {@link PlainNetwork}, for records to be held against. */
public final class PlainTraining {
  private static final double TOLERANCE = 1e-8;

  private final PlainNetwork network;
  private final TrainingData data;
  private final Training training;
  private final double[][] x;
  private final double[][] testX;
  private final double[][] firstOutputs;
  private final double[][] firstTestOutputs;
  private final double[][] firstKernel;

  /** Training of a network as it is now. */
  public PlainTraining(Inputs inputs, TrainingData data, Training training, PlainNetwork network) {
    this.network = network;
    this.data = data;
    this.training = training;
    int n = data.train().count();
    double[][] all = new double[inputs.count()][inputs.dimension()];
    for (int i = 0; i < all.length; i++) {
      int input = i;
      Arrays.setAll(all[i], m -> inputs.at(input, m));
    }
    x = Arrays.copyOf(all, n);
    testX = Arrays.copyOfRange(all, n, all.length);
    firstOutputs = outputs(x);
    firstTestOutputs = outputs(testX);
    firstKernel = kernel();
  }

  private double[][] outputs(double[][] of) {
    return Arrays.stream(of).map(network::outputs).toArray(double[][]::new);
  }

  private double[][] kernel() {
    return network.kernel(Arrays.copyOf(x, training.kernelExamples()));
  }

  private double model(double f, double first) {
    LazyScale lazy = training.lazy();
    return lazy.alpha() * (f - (lazy.centered() ? first : 0));
  }

  private double[][] models(double[][] outputs, double[][] first) {
    double[][] models = new double[outputs.length][outputs[0].length];
    for (int i = 0; i < outputs.length; i++) {
      for (int k = 0; k < outputs[i].length; k++) {
        models[i][k] = model(outputs[i][k], first[i][k]);
      }
    }
    return models;
  }

  private double weight(Examples examples) {
    return training.loss() == Loss.MEAN ? 1.0 / examples.count() : 1;
  }

  private double loss(double[][] outputs, double[][] first, Examples examples) {
    double sum = 0;
    for (int i = 0; i < outputs.length; i++) {
      for (int k = 0; k < outputs[i].length; k++) {
        double miss = model(outputs[i][k], first[i][k]) - examples.target(i, k);
        sum += miss * miss;
      }
    }
    double alpha = training.lazy().alpha();
    return weight(examples) * sum / 2 / (alpha * alpha);
  }

  /** Holds a record against the network as it is. */
  public void check(TrainingRecord record) {
    double loss = loss(outputs(x), firstOutputs, data.train());
    assertThat(record.get(Quantity.LOSS)).isCloseTo(loss, near(loss));
    Optional<Examples> test = data.test();
    if (test.isPresent()) {
      double testLoss = loss(outputs(testX), firstTestOutputs, test.get());
      assertThat(record.get(Quantity.TEST_LOSS)).isCloseTo(testLoss, near(testLoss));
    }
    double[][] kernel = kernel();
    double norm = 0;
    double firstNorm = 0;
    double moved = 0;
    double inner = 0;
    int p = 0;
    for (int i = 0; i < kernel.length; i++) {
      for (int j = 0; j < kernel.length; j++) {
        norm += kernel[i][j] * kernel[i][j];
        firstNorm += firstKernel[i][j] * firstKernel[i][j];
        moved += (kernel[i][j] - firstKernel[i][j]) * (kernel[i][j] - firstKernel[i][j]);
        inner += kernel[i][j] * firstKernel[i][j];
        if (j >= i) {
          double entry = record.kernel()[p++];
          assertThat(entry).isCloseTo(kernel[i][j], near(Math.sqrt(kernel[i][i] * kernel[j][j])));
        }
      }
    }
    norm = Math.sqrt(norm);
    firstNorm = Math.sqrt(firstNorm);
    assertThat(record.get(Quantity.KERNEL_NORM)).isCloseTo(norm, near(norm));
    double change = Math.sqrt(moved) / firstNorm;
    assertThat(record.get(Quantity.CHANGE)).isCloseTo(change, near(1));
    double cosine = inner / norm / firstNorm;
    assertThat(record.get(Quantity.KERNEL_COSINE)).isCloseTo(cosine, near(1));
    PlainLabels labels = new PlainLabels(data.train());
    labels.checkKernel(record, kernel);
    if (training.observed().contains(Observation.FEATURES)) {
      checkFurtherKernels(record, labels);
    }
    double[][] features = Arrays.stream(x).map(network::features).toArray(double[][]::new);
    double[][] last = network.weights[network.weights.length - 1];
    double[][] answers = models(outputs(x), firstOutputs);
    labels.checkCollapse(record, features, last, answers, network.learnsFromFeatures());
    if (test.isPresent()) {
      double[][] testFeatures =
          Arrays.stream(testX).map(network::features).toArray(double[][]::new);
      PlainLabels.checkTest(
          record,
          labels,
          new PlainLabels(test.get()),
          features,
          testFeatures,
          models(outputs(testX), firstTestOutputs),
          network.learnsFromFeatures());
    }
  }

  private void checkFurtherKernels(TrainingRecord record, PlainLabels labels) {
    double[][] some = Arrays.copyOf(x, training.kernelExamples());
    PlainLabels.checkPairs(
        record,
        network.outputBlocks(some),
        Quantity.OUTPUT_NORM,
        Quantity.OUTPUT_PAIR_NORM,
        Quantity.OUTPUT_PAIR_SHARE,
        KernelEntries.OUTPUT_NORMS);
    if (!network.hasHiddenLayer()) {
      assertThat(record.get(Quantity.KAPPA_D)).isNaN();
      assertThat(record.get(Quantity.FEATURE_NORM)).isNaN();
      return;
    }
    labels.checkFeatures(record, network.featuresKernel(some), network.features(x[0]).length);
    PlainLabels.checkPairs(
        record,
        network.featureBlocks(some),
        Quantity.FEATURE_NORM,
        Quantity.FEATURE_PAIR_NORM,
        Quantity.FEATURE_PAIR_SHARE,
        KernelEntries.FEATURE_NORMS);
  }

  private static Offset<Double> near(double size) {
    return within(TOLERANCE * Math.abs(size));
  }

  /** One step on some of the examples. */
  public void step(int[] batch, PlainNetwork.Rule rule) {
    double[][] outputs = outputs(x);
    double[][] inputs = new double[batch.length][];
    double[][] seeds = new double[batch.length][outputs[0].length];
    double weight = training.loss() == Loss.MEAN ? 1.0 / batch.length : 1;
    for (int b = 0; b < batch.length; b++) {
      int i = batch[b];
      inputs[b] = x[i];
      for (int k = 0; k < seeds[b].length; k++) {
        double miss = model(outputs[i][k], firstOutputs[i][k]) - data.train().target(i, k);
        seeds[b][k] = weight * miss / training.lazy().alpha();
      }
    }
    double decay = training.method() instanceof Method.Steps steps ? steps.weightDecay() : 0;
    network.step(inputs, seeds, decay, rule);
  }
}
