package org.ntksweep.jobs.run.estimates;

import org.apache.spark.Partitioner;
import org.apache.spark.broadcast.Broadcast;

/** Equal shares of points that follow each other: neighbours share most of their theory. */
final class PointPartitioner extends Partitioner {
  private static final long serialVersionUID = 2;

  private final Broadcast<WantedSamples> wanted;
  private final int partitions;

  /**
   * @param wanted the points there are
   */
  PointPartitioner(Broadcast<WantedSamples> wanted, int partitions) {
    this.wanted = wanted;
    this.partitions = partitions;
  }

  @Override
  public int numPartitions() {
    return partitions;
  }

  @Override
  public int getPartition(Object position) {
    int rank = wanted.value().rank((Integer) position);
    return (int) ((long) rank * partitions / wanted.value().points());
  }
}
