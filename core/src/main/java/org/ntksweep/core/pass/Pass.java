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
    forward(1, layers.length, from, to);
  }

  /** Carries inputs from where they enter layer {@code first} up to where they enter another. */
  public void forward(int first, int last, int from, int to) {
    for (int l = first - 1; l < last - 1; l++) {
      layers[l].map().times(layers[l].inputs(), from, to, activations[l].up());
      layers[l + 1].inputs().multiply(from, to);
    }
  }

  /** Carries the errors of the first output, 1 for each input, from the last layer down. */
  public void backward(int from, int to, Reading reading) {
    beginErrors(from, to);
    read(layers.length, from, to, reading);
    for (int l = layers.length; l > 1; l--) {
      backward(l, l - 1, from, to);
      read(l - 1, from, to, reading);
    }
  }

  /** Writes the errors of the first output, 1 for each input. */
  public void beginErrors(int from, int to) {
    S ones = layers[layers.length - 1].errors();
    for (int i = from; i < to; i++) {
      ones.vector(i)[0] = 1;
      ones.accept(i, 0);
    }
    ones.multiply(from, to);
  }

  /** Carries errors from layer {@code last} down to another. */
  public void backward(int last, int first, int from, int to) {
    for (int l = last - 1; l > first - 1; l--) {
      layers[l].map().transposeTimes(layers[l].errors(), from, to, activations[l - 1].down());
      layers[l - 1].errors().multiply(from, to);
    }
  }

  /** Reads layer l of inputs that have passed it both ways. */
  public void read(int l, int from, int to, Reading reading) {
    AffineLayer<S> layer = layers[l - 1];
    reading.read(l, layer.inputs().products(), layer.errors().products(), from, to);
  }
}
