package org.ntksweep.jobs.data;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ntksweep.core.data.Classes;
import org.ntksweep.core.data.ExampleChoice;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.data.InputScale;
import org.ntksweep.core.data.LabelledData;
import org.ntksweep.core.data.Targets;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.training.TrainingData;

/**
 * Gaussian blobs around the means of classes, in the input dimension {@code n_0} of a law: example
 * i is of class {@code i mod C}, and {@code mean + spread z}, mean and z of n_0 normal numbers of
 * variance {@code 1/n_0} each. The seed says which.
 *
 * @param classes how many, C
 * @param examples how many to train on
 * @param tests how many to test on, the ones behind them
 * @param spread how far examples are from their mean, as a ratio to the norm of means
 * @param inputs what is made of inputs
 * @param targets what is made of labels
 * @param seed of the means and examples
 */
public record BlobData(
    int classes,
    int examples,
    int tests,
    double spread,
    InputScale inputs,
    Targets targets,
    long seed)
    implements SweepData {
  private static final long serialVersionUID = 1;

  @Override
  public OptionalInt outputs() {
    boolean perClass = targets == Targets.ONE_HOT || targets == Targets.CENTERED;
    return OptionalInt.of(perClass ? classes : 1);
  }

  @Override
  public TrainingData at(Network law) {
    LabelledData blobs =
        new Blobs(law.widths().inputDim(), classes, examples + tests, spread, seed);
    ExampleChoice choice = new ExampleChoice(allClasses(), OptionalInt.of(examples), false);
    Examples train = choice.from(blobs, inputs, targets);
    Optional<Examples> test =
        tests == 0
            ? Optional.empty()
            : Optional.of(choice.test(blobs, Optional.empty(), tests, inputs, targets));
    return new TrainingData(train, test);
  }

  @Override
  public double bytes(Network law) {
    double dimension = law.widths().inputDim();
    return classes * HeapShare.ofExample(dimension)
        + ((double) examples + tests) * HeapShare.ofExample(dimension + law.widths().outputs());
  }

  private Optional<Classes> allClasses() {
    return targets.isOfClasses()
        ? Optional.of(Classes.of(IntStream.range(0, classes).toArray()))
        : Optional.empty();
  }
}
