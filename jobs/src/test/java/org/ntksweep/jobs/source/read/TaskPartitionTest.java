package org.ntksweep.jobs.source.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.plan.SweepPlan;
import org.ntksweep.jobs.plan.Task;

final class TaskPartitionTest {
  private static final String GRID =
      """
      grid:
        activation: [relu]
        sigma_w2: {from: 0.5, to: 2.5, count: 1000}
        width: 20
        depth: 500
        input_dim: 5
      samples: 4
      execution: {task_seconds: 0.01}
      """;

  @Test
  void tasksTravelInFewBytesAPoint() throws Exception {
    SweepPlan plan = SweepPlan.of(SweepFile.parse(GRID, "grid", List.of()).sweep(), 2);
    assertThat(plan.tasks()).hasSizeGreaterThan(2);
    for (Task task : plan.tasks()) {
      byte[] bytes = serialized(new TaskPartition(task));
      assertThat(bytes).hasSizeLessThan(300 + 20 * task.segments().size());
      TaskPartition read =
          (TaskPartition) new ObjectInputStream(new ByteArrayInputStream(bytes)).readObject();
      assertThat(read.task(plan.points())).isEqualTo(task);
    }
  }

  private static byte[] serialized(Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    return bytes.toByteArray();
  }
}
