package org.ntksweep.core.pass;

/** What of a network a tangent kernel is of: numbers of every example that are differentiated. */
public enum Readout {
  /** Its outputs. */
  OUTPUTS {
    @Override
    public int layer(PassShape shape) {
      return shape.depth();
    }
  },

  /** Its features: the activations of the last hidden layer. */
  FEATURES {
    @Override
    public int layer(PassShape shape) {
      return shape.depth() - 1;
    }
  };

  /** The layer whose pre-activations they follow from, from 1 to L; 0 if they are inputs. */
  public abstract int layer(PassShape shape);

  /** How many there are. */
  public int count(PassShape shape) {
    return shape.rows(layer(shape));
  }
}
