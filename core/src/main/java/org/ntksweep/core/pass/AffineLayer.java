package org.ntksweep.core.pass;

/**
 * An affine layer on the way of a {@link Pass}.
 *
 * @param <S> where its signals are stored
 * @param map what it does
 * @param inputs what enters it from below: {@code x^{l-1}}
 * @param errors what comes back to it from above: {@code delta^l}, the derivative of the output by
 *     its pre-activations
 */
public record AffineLayer<S extends Signals>(LinearMap<S> map, S inputs, S errors) {

  /** Adds to the weights, biases included, what {@link LinearMap#add} makes of the signals. */
  public void update(int from, int to) {
    map.add(errors, inputs, from, to);
  }
}
