package org.ntksweep.core.pass.draw;

import org.ntksweep.core.network.Network;
import org.ntksweep.core.random.RandomStream;
import org.ntksweep.core.simd.Kernels;

/** The random numbers of a network: a stream for every layer, to be had in any order. */
public final class NetworkStream {
  private final long point;
  private final RandomStream stream;
  private long seed;
  private long sample;

  /** Streams of networks of a law. */
  public NetworkStream(Network law, Kernels kernels) {
    point = law.id().bits();
    stream = new RandomStream(kernels);
  }

  /** Turns to a sample of the law. */
  public void begin(long newSeed, long newSample) {
    seed = newSeed;
    sample = newSample;
  }

  /** The beginning of the numbers of layer l; ends the use of what was returned before. */
  public RandomStream ofLayer(int l) {
    stream.reset(seed, point, sample, l);
    return stream;
  }
}
