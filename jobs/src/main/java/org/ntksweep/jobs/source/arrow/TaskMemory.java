package org.ntksweep.jobs.source.arrow;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;

/**
 * When a reader's memory may be freed. Spark closes a reader as soon as it has no more batches,
 * while what the last batch was handed to may still hold its vectors. So the memory of a closed
 * reader is kept until the next reader of the same Spark task closes, or the task ends.
 */
public final class TaskMemory {
  private static final Map<Long, SampleBatch> KEPT = new ConcurrentHashMap<>();

  private TaskMemory() {}

  /** Frees a batch that no reader will fill again, at the latest when the running task ends. */
  public static void release(SampleBatch batch) {
    TaskContext task = TaskContext.get();
    if (task == null || task.isCompleted()) {
      batch.close();
      return;
    }
    SampleBatch previous = KEPT.put(task.taskAttemptId(), batch);
    if (previous != null) {
      previous.close();
    } else {
      TaskCompletionListener free = ended -> KEPT.remove(ended.taskAttemptId()).close();
      task.addTaskCompletionListener(free);
    }
  }
}
