package org.ntksweep.jobs.run.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

final class ExecutorsTest {

  @Test
  void whatAnExecutorAsksForIsSaid() {
    SparkConf conf =
        new SparkConf(false).set("spark.executor.memory", "200g").set("spark.executor.cores", "9");
    assertThat(Executors.notice("spark://host:7077", conf))
        .contains("no executor has started in 30 s", "spark://host:7077")
        .contains("200g of memory and 9 free cores", "spark.executor.memory");
    assertThat(Executors.notice("yarn", new SparkConf(false))).contains("1g of memory and 1 free");
  }
}
