package org.ntksweep.core.training.blocks;

import org.ntksweep.core.observe.collapse.Features;
import org.ntksweep.core.observe.collapse.NeuralCollapse;
import org.ntksweep.core.theory.blocks.BlockState;
import org.ntksweep.core.training.course.Collapse;

/**
 * Features with the class means and the covariance within classes of a state of the model, which
 * does not say more of single examples: for every class its mean, and two more beside the mean of
 * some class for every row of {@code H2'}.
 */
final class ModelFeatures implements Features {
  private final BlockState state;
  private final int[] classOf;

  private ModelFeatures(BlockState state) {
    this.state = state;
    int classes = state.means().length;
    classOf = new int[classes + 2 * state.deviations().length];
    for (int i = 0; i < classOf.length; i++) {
      classOf[i] = (i < classes ? i : (i - classes) / 2) % classes;
    }
  }

  /** The collapse of a state: all but what depends on single examples. */
  static NeuralCollapse collapse(BlockState state) {
    ModelFeatures features = new ModelFeatures(state);
    double[][] weights = Collapse.ofClasses(state.weights());
    return NeuralCollapse.of(features, features.classOf, weights, i -> 0);
  }

  @Override
  public void visit(Visitor visitor) {
    int classes = state.means().length;
    double size = Math.sqrt(classOf.length / (2.0 * classes));
    double[] h = new double[state.means()[0].length];
    for (int i = 0; i < classOf.length; i++) {
      double[] mean = state.means()[classOf[i]];
      System.arraycopy(mean, 0, h, 0, h.length);
      if (i >= classes) {
        double[] deviation = state.deviations()[(i - classes) / 2];
        double factor = (i - classes) % 2 == 0 ? size : -size;
        for (int p = 0; p < h.length; p++) {
          h[p] += factor * deviation[p];
        }
      }
      visitor.take(i, h);
    }
  }
}
