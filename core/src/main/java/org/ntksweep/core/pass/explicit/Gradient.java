package org.ntksweep.core.pass.explicit;

import java.util.ArrayList;
import java.util.List;
import org.ntksweep.core.matrix.Product;
import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.pass.AffineLayer;
import org.ntksweep.core.pass.Pass;

/** Forms gradients on the way of the errors down: of a layer the errors times its inputs. */
public final class Gradient implements Pass.Visitor<TrueSignals> {
  private final List<Product> products = new ArrayList<>();

  /**
   * Of the examples that pass together.
   *
   * @param layers of their pass
   * @param into where the gradient goes
   * @param adding whether it is added to what is there
   */
  public Gradient(
      List<AffineLayer<TrueSignals>> layers, Parameters into, boolean adding, Resources resources) {
    for (int l = 1; l <= layers.size(); l++) {
      AffineLayer<TrueSignals> layer = layers.get(l - 1);
      LearningLayer part = into.layer(l);
      products.add(
          resources.own(
              adding
                  ? part.adding(layer.errors(), layer.inputs())
                  : part.setting(layer.errors(), layer.inputs())));
    }
  }

  @Override
  public void arrived(int l, AffineLayer<? extends TrueSignals> layer, int from, int to) {
    products.get(l - 1).compute();
  }
}
