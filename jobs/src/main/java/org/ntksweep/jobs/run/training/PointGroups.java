package org.ntksweep.jobs.run.training;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.ntksweep.core.training.TrainingRecord;

/**
 * Rows of the training table, sorted by point, network and time, as networks of one point after
 * another.
 */
final class PointGroups implements Iterator<PointGroups.Group> {
  private final Iterator<Row> rows;
  private Row next;

  /**
   * What was seen of the networks of a point.
   *
   * @param point its identity
   * @param networks each in order
   */
  record Group(String point, List<List<TrainingRecord>> networks) {}

  PointGroups(Iterator<Row> rows) {
    this.rows = rows;
    step();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Group next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    String point = TrainedRows.pointId(next);
    List<List<TrainingRecord>> networks = new ArrayList<>();
    while (next != null && TrainedRows.pointId(next).equals(point)) {
      networks.add(network(point, TrainedRows.sample(next)));
    }
    return new Group(point, networks);
  }

  private List<TrainingRecord> network(String point, long sample) {
    List<TrainingRecord> records = new ArrayList<>();
    while (next != null
        && TrainedRows.sample(next) == sample
        && TrainedRows.pointId(next).equals(point)) {
      records.add(TrainedRows.record(next));
      step();
    }
    return records;
  }

  private void step() {
    next = rows.hasNext() ? rows.next() : null;
  }
}
