package org.ntksweep.jobs.source.read;

import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.sampling.KernelSampler;
import org.ntksweep.jobs.plan.Segment;
import org.ntksweep.jobs.source.arrow.SampleBatch;

/** A place in the samples of a segment. */
final class SegmentCursor {
  private final Segment segment;
  private final KernelSampler sampler;
  private long next;

  SegmentCursor(Segment segment, KernelSampler sampler) {
    this.segment = segment;
    this.sampler = sampler;
    next = segment.from();
  }

  /** How many samples are left. */
  long remaining() {
    return segment.to() - next;
  }

  double nanosPerSample() {
    return segment.point().nanosPerSample();
  }

  /** Writes the next {@code samples} samples to a batch, from {@code row} on. */
  void read(int samples, long seed, KernelMatrix kernel, SampleBatch batch, int row) {
    batch.writeKeys(row, samples, segment.point(), next);
    for (int s = 0; s < samples; s++) {
      sampler.sample(seed, next + s, kernel);
      batch.writeKernel(row + s * kernel.inputs(), kernel);
    }
    next += samples;
  }

  void close() {
    sampler.close();
  }
}
