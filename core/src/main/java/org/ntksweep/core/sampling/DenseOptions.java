package org.ntksweep.core.sampling;

import java.io.Serializable;
import java.util.Objects;
import org.ntksweep.core.matrix.Precision;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.sampling.dense.MemoryPlan;

/**
 * How the {@code dense} sampler computes; what it draws does not depend on it but for rounding.
 *
 * @param precision the numbers that weights and signals are kept in
 * @param memory how many bytes one sampler may keep weights and signals in, at least 1
 */
public record DenseOptions(Precision precision, long memory) implements Serializable {
  private static final long serialVersionUID = 1;

  /** Doubles in one gibibyte. */
  public static final DenseOptions DEFAULT = new DenseOptions(Precision.DOUBLE, 1L << 30);

  /** The least memory, in bytes, in which a network can be drawn at these inputs. */
  public long leastMemory(Network network, Inputs inputs) {
    return MemoryPlan.leastBytes(network, inputs, precision);
  }

  /** Checks the memory. */
  public DenseOptions {
    Objects.requireNonNull(precision, "precision");
    if (memory < 1) {
      throw new IllegalArgumentException("memory " + memory + ": must be at least 1 byte");
    }
  }
}
