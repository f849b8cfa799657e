package org.ntksweep.core.sampling;

import org.ntksweep.core.observe.KernelMatrix;

/**
 * Draws random networks of one law and reports their tangent kernel at fixed inputs. Every
 * implementation has the same law; they differ in cost and in what they apply to. An instance
 * reuses its work space: one thread at a time.
 */
public interface KernelSampler extends AutoCloseable {

  /**
   * Draws sample number {@code sample} and writes its kernel matrix.
   *
   * <p>The result is a function of the sampler, its network and inputs, {@code seed} and {@code
   * sample} alone: the same bits on any machine, in any order, with or without SIMD. Of {@link
   * SamplerKind#DENSE} it has the same bits on machines with the same kind of processor, and
   * differs by rounding on others.
   *
   * @param seed the seed of the sweep
   * @param sample the number of the sample, at least 0
   * @param kernel where the entries go; must hold as many inputs as the sampler has
   */
  void sample(long seed, long sample, KernelMatrix kernel);

  /** Frees memory outside the Java heap; the sampler is of no use afterwards. */
  @Override
  default void close() {}
}
