package org.ntksweep.core.training.explicit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.ntksweep.core.training.StopRule;

/**
 * Whether the lowest loss of a flow falls too little over a time. It is known where steps of the
 * integrator end: compared are an end and the last one that is far enough behind it.
 */
final class FlowDecrease {
  private final StopRule stop;
  private final Deque<End> ends = new ArrayDeque<>();

  /** The end of a step, and the lowest loss up to there. */
  private record End(double time, double lowestLoss) {}

  FlowDecrease(StopRule stop) {
    this.stop = stop;
  }

  /** Turns to another network. */
  void begin() {
    ends.clear();
  }

  /** Takes note of the end of a step, and says whether the loss stalls there. */
  boolean stalls(double time, double lowestLoss) {
    if (stop.decreaseBelow() == 0) {
      return false;
    }
    End behind = null;
    while (!ends.isEmpty() && ends.peekFirst().time() <= time - stop.within()) {
      behind = ends.pollFirst();
    }
    boolean stalls = behind != null && behind.lowestLoss() - lowestLoss < stop.decreaseBelow();
    if (behind != null) {
      ends.addFirst(behind);
    }
    ends.addLast(new End(time, lowestLoss));
    return stalls;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(ends.size());
    for (End end : ends) {
      out.writeDouble(end.time());
      out.writeDouble(end.lowestLoss());
    }
  }

  void read(DataInput in) throws IOException {
    ends.clear();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      ends.addLast(new End(in.readDouble(), in.readDouble()));
    }
  }
}
