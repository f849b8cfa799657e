package org.ntksweep.core.pass;

import java.util.List;

/**
 * The way of k inputs up through a network and of their errors down again. Inputs may pass all
 * together or some after the others: then those before must have gone up and down when the next go
 * up.
 *
 * @param <S> where the signals are stored
 */
public final class Pass<S extends Signals> {
  private final AffineLayer<S>[] layers;
  private final ActivationLayer[] activations;

  /** Told of every layer as the errors come to it, from the top down. */
  @FunctionalInterface
  public interface Reading {
    /**
     * Reads what there is to read off one layer for the inputs from {@code from} to {@code to - 1},
     * and for their pairs with those before.
     *
     * @param l the layer, from 1 to L
     * @param inputs the inner products of {@code x^{l-1}}
     * @param errors the inner products of {@code delta^l}
     */
    void read(int l, InnerProducts inputs, InnerProducts errors, int from, int to);
  }

  /**
   * A network from the first layer up.
   *
   * @param activations what is between one layer and the next, one fewer
   */
  @SuppressWarnings("unchecked")
  public Pass(List<AffineLayer<S>> layers, List<ActivationLayer> activations) {
    if (activations.size() != layers.size() - 1) {
      throw new IllegalArgumentException(
          layers.size() + " layers with " + activations.size() + " activations between them");
    }
    this.layers = layers.toArray(AffineLayer[]::new);
    this.activations = activations.toArray(ActivationLayer[]::new);
  }

  /** Where the inputs of the network are to be written, accepted and multiplied. */
  public S inputs() {
    return layers[0].inputs();
  }

  /**
   * Carries inputs up to where they enter the last layer; the outputs themselves are not computed.
   */
  public void forward(int from, int to) {
    for (int l = 0; l < activations.length; l++) {
      layers[l].map().times(layers[l].inputs(), from, to, activations[l].up());
      layers[l + 1].inputs().multiply(from, to);
    }
  }

  /** Carries the errors of the first output, 1 for each input, from the last layer down. */
  public void backward(int from, int to, Reading reading) {
    int top = layers.length - 1;
    S ones = layers[top].errors();
    for (int i = from; i < to; i++) {
      ones.vector(i)[0] = 1;
      ones.accept(i, 0);
    }
    arrive(top, from, to, reading);
    for (int l = top; l > 0; l--) {
      layers[l].map().transposeTimes(layers[l].errors(), from, to, activations[l - 1].down());
      arrive(l - 1, from, to, reading);
    }
  }

  private void arrive(int at, int from, int to, Reading reading) {
    AffineLayer<S> layer = layers[at];
    layer.errors().multiply(from, to);
    reading.read(at + 1, layer.inputs().products(), layer.errors().products(), from, to);
  }
}
