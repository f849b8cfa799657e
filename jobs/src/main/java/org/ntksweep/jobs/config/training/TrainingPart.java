package org.ntksweep.jobs.config.training;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.ntksweep.core.training.LazyScale;
import org.ntksweep.core.training.Loss;
import org.ntksweep.core.training.Method;
import org.ntksweep.core.training.Observation;
import org.ntksweep.core.training.StopRule;
import org.ntksweep.core.training.Training;
import org.ntksweep.jobs.config.yaml.Mapping;
import org.ntksweep.jobs.data.SweepData;

/**
 * What a sweep trains its networks to do. Its points are the laws of the grid, each at every
 * learning rate and at every scale.
 *
 * @param data what networks are shown
 * @param loss what is made small
 * @param method how, at the learning rate 1
 * @param stop when to end early
 * @param centered whether outputs at initialization are taken off the model
 * @param kernelExamples of how many examples the kernel is looked at
 * @param observed what is looked at
 * @param learningRates distinct; one without a meaning where the method has none
 * @param alphas scales of the model, distinct
 */
public record TrainingPart(
    SweepData data,
    Loss loss,
    Method method,
    StopRule stop,
    boolean centered,
    int kernelExamples,
    Set<Observation> observed,
    List<LearningRate> learningRates,
    List<Double> alphas)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /** Copies what there are several of. */
  public TrainingPart {
    observed = Set.copyOf(observed);
    learningRates = List.copyOf(learningRates);
    alphas = List.copyOf(alphas);
  }

  /**
   * What a complete file says.
   *
   * @param data its data
   * @throws org.ntksweep.jobs.config.yaml.ConfigException if a key is missing or a value not
   *     allowed
   */
  public static TrainingPart read(Mapping root, SweepData data) {
    TrainingReader reader = new TrainingReader(root, data);
    return new TrainingPart(
        data,
        MethodKeys.LOSS.in(root),
        reader.method(),
        reader.stop(),
        MethodKeys.CENTERED.in(root),
        reader.kernelExamples(),
        reader.observed(),
        reader.learningRates(),
        TrainingKeys.ALPHA.in(root));
  }

  /** How many points there are of every law. */
  public int perLaw() {
    return learningRates.size() * alphas.size();
  }

  /** What is done at a point of this learning rate and scale. */
  public Training at(double learningRate, double alpha) {
    return new Training(
        loss,
        method.at(learningRate),
        stop,
        new LazyScale(alpha, centered),
        kernelExamples,
        observed);
  }
}
