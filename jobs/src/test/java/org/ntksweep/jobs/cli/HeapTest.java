package org.ntksweep.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ntksweep.jobs.cli.request.Heap;
import org.ntksweep.jobs.plan.forecast.HeapPlan;
import org.ntksweep.jobs.plan.forecast.HeapPlan.Part;
import org.ntksweep.jobs.shell.RequestException;

final class HeapTest extends CommandLineTest {
  private static final HeapPlan PLAN =
      new HeapPlan(new Part("grid", "a", 2e8), new Part("b", "b", 1e9), 100, part(3e8), 1);

  private static Part part(double bytes) {
    return new Part("samples", "estimating", bytes);
  }

  @Test
  void aLocalRunHasOneHeap() {
    assertThat(heap("local[3]", 4L << 30).needed(PLAN)).isEqualTo(4e8 + 2e8 + 3e9 + 3e8);
    assertThat(heap("local[3]", 4L << 30).objection(PLAN)).isEmpty();
    assertThat(heap("local[3]", 3L << 30).objection(PLAN))
        .hasValueSatisfying(
            o ->
                assertThat(o)
                    .contains("b: b takes 3.0 GB", "3 tasks", "3.9 GB", "3.2 GB")
                    .contains("-Xmx5g", "--master local[1]"));
    assertThat(heap("local[2]", 3L << 30).objection(PLAN)).isEmpty();
    assertThat(Heap.of("local[4]", Map.of("spark.task.cpus", "2"), 1L << 30).tasks()).isEqualTo(2);
  }

  @Test
  void onAClusterTheExecutorsHeapCounts() {
    Map<String, String> large = Map.of("spark.executor.memory", "4g", "spark.executor.cores", "3");
    assertThat(Heap.of("yarn", large, 1L << 30).objection(PLAN)).isEmpty();
    assertThat(Heap.of("spark://h:1", Map.of(), 1L << 30).objection(PLAN))
        .hasValueSatisfying(
            o -> assertThat(o).contains("an executor has 1.1 GB", "spark.executor.memory=2g"));
    assertThat(Heap.of("spark://h:1", large, 1L << 29).objection(PLAN))
        .hasValueSatisfying(
            o -> assertThat(o).contains("grid: a takes 200 MB of heap, all", "the driver"));
    assertThatThrownBy(() -> Heap.of("yarn", Map.of("spark.executor.memory", "much"), 1L << 30))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("spark.executor.memory=much");
  }

  /** The command line refuses what a dry run says would be refused, with the same number. */
  @Test
  void aSweepThatDoesNotFitIsRefusedBeforeItStarts() throws IOException {
    String[] huge = {
      "run",
      path("tiny.yaml"),
      "--master",
      "local[2]",
      "--out",
      path("huge"),
      "grid.activation=tanh",
      "grid.width=100000",
      "grid.depth=20000",
      "cosines=[0.5]"
    };
    assertThat(execute(huge)).isEqualTo(2);
    String refusal = err().lines().filter(line -> line.startsWith("ntk-sweep:")).toList().get(0);
    assertThat(refusal).contains("grid and cosines", "-Xmx");
    assertThat(Path.of(path("huge"))).doesNotExist();

    List<String> dry = new java.util.ArrayList<>(List.of(huge));
    dry.add("--dry-run");
    assertThat(execute(dry.toArray(String[]::new))).isZero();
    Matcher needed = Pattern.compile("all of the run ([0-9.]+ GB)").matcher(refusal);
    assertThat(needed.find()).isTrue();
    assertThat(out())
        .contains("memory  about " + needed.group(1) + " of heap")
        .contains(refusal.substring("ntk-sweep: ".length()));
  }

  private static Heap heap(String master, long bytes) {
    return Heap.of(master, Map.of(), bytes);
  }
}
