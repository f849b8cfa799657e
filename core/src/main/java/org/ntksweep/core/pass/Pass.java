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

  /**
   * Told of every layer on the way of the errors, from the top down.
   *
   * @param <S> the signals it can read
   */
  @FunctionalInterface
  public interface Visitor<S extends Signals> {
    /**
     * The errors have arrived at a layer.
     *
     * @param l which, from 1 to L
     * @param layer with the inputs and the errors, from {@code from} to {@code to - 1}, and what
     *     their pairs have with each other and with those before
     */
    void arrived(int l, AffineLayer<? extends S> layer, int from, int to);

    /** The errors have been carried on to the layer below, if there is one: this one may change. */
    default void passed(int l, AffineLayer<? extends S> layer, int from, int to) {}
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

  /**
   * Carries inputs that have come to the last layer through it.
   *
   * @param outputs receives what the network answers
   */
  public void outputs(int from, int to, LinearMap.Images outputs) {
    AffineLayer<S> last = layers[layers.length - 1];
    last.map().times(last.inputs(), from, to, outputs);
  }

  /** Where the errors of the outputs are to be written, accepted and multiplied. */
  public S errors() {
    return layers[layers.length - 1].errors();
  }

  /** Carries the errors of the first output, 1 for each input, from the last layer down. */
  public void backward(int from, int to, Visitor<? super S> visitor) {
    beginErrors(from, to);
    carry(from, to, visitor);
  }

  /** Carries the errors that were written from the last layer down. */
  public void carry(int from, int to, Visitor<? super S> visitor) {
    for (int l = layers.length; l >= 1; l--) {
      visit(l, from, to, visitor);
      if (l > 1) {
        backward(l, l - 1, from, to);
      }
      visitor.passed(l, layers[l - 1], from, to);
    }
  }

  /** Writes the errors of the first output, 1 for each input. */
  public void beginErrors(int from, int to) {
    S ones = errors();
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

  /** Visits layer l with inputs that have passed it both ways. */
  public void visit(int l, int from, int to, Visitor<? super S> visitor) {
    visitor.arrived(l, layers[l - 1], from, to);
  }
}
