package org.ntksweep.core.training.explicit;

import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.pass.explicit.LearningNetwork;
import org.ntksweep.core.sampling.DenseOptions;
import org.ntksweep.core.theory.training.KernelTheory;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.core.training.explicit.cost.ExplicitCost;
import org.ntksweep.core.training.objective.Objective;

/**
 * What every trainer of explicit weights is made of.
 *
 * @param network what learns
 * @param objective the loss over what it learns from
 * @param observer looks at it
 * @param resources has all memory outside the Java heap in its care
 */
record ExplicitParts(
    LearningNetwork network, Objective objective, Observer observer, Resources resources) {

  static ExplicitParts of(
      Network law,
      TrainingData data,
      Training training,
      DenseOptions options,
      KernelTheory theory,
      Resources resources) {
    int columns = ExplicitCost.columns(data, training);
    int errors = Math.toIntExact(ExplicitCost.errors(law, data, training));
    LearningNetwork network =
        new LearningNetwork(law, columns, errors, options.precision(), resources);
    Objective objective = new Objective(network, data.train(), training);
    return new ExplicitParts(
        network,
        objective,
        new Observer(network, data, training, theory, objective, resources),
        resources);
  }
}
