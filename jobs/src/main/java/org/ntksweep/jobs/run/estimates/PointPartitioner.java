package org.ntksweep.jobs.run.estimates;

import java.util.Arrays;
import java.util.Collection;
import org.apache.spark.Partitioner;

/** Equal shares of points that follow each other: neighbours share most of their theory. */
final class PointPartitioner extends Partitioner {
  private static final long serialVersionUID = 1;

  private final int[] positions;
  private final int partitions;

  /**
   * @param positions those of the points, in any order
   */
  PointPartitioner(Collection<Integer> positions, int partitions) {
    this.positions = positions.stream().mapToInt(Integer::intValue).sorted().toArray();
    this.partitions = partitions;
  }

  @Override
  public int numPartitions() {
    return partitions;
  }

  @Override
  public int getPartition(Object position) {
    int rank = Arrays.binarySearch(positions, (Integer) position);
    return (int) ((long) rank * partitions / positions.length);
  }
}
