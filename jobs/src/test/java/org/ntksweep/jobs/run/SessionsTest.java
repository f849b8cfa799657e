package org.ntksweep.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.ntksweep.jobs.cluster.Listening;

/** Whose settings count: the command line's before spark-submit's before those of a run. */
final class SessionsTest {
  private static final Map<String, String> SUBMITTED =
      Map.of(
          "spark.app.name", "submitted",
          "spark.sql.adaptive.enabled", "true",
          "spark.task.maxFailures", "7",
          "spark.hadoop.fs.s3a.endpoint", "submitted",
          "spark.hadoop.fs.s3a.region", "submitted");

  /** What spark-submit was told is in the system properties of the driver. */
  @BeforeEach
  void submit() {
    SUBMITTED.forEach(System::setProperty);
  }

  @AfterEach
  void forget() {
    SUBMITTED.keySet().forEach(System::clearProperty);
  }

  @Test
  void settingsOfASession() throws IOException {
    Map<String, String> typed = Map.of("spark.task.maxFailures", "3");
    try (SparkSession spark = Sessions.open("sweep", "local[1]", typed)) {
      assertThat(spark.sparkContext().appName()).isEqualTo("submitted");
      assertThat(spark.conf().get("spark.sql.adaptive.enabled")).isEqualTo("true");
      assertThat(spark.conf().get("spark.task.maxFailures")).isEqualTo("3");
      assertThat(spark.conf().get("spark.ui.showConsoleProgress")).isEqualTo("false");
    }
  }

  /** Who reaches Spark's page sees and stops what runs. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aSessionListensOnThisMachineAlone() throws IOException {
    long self = ProcessHandle.current().pid();
    Map<String, String> page = Map.of("spark.ui.enabled", "true", "spark.ui.port", "0");
    try (SparkSession spark = Sessions.open("sweep", "local[1]", Map.of())) {
      assertThat(spark.sparkContext().uiWebUrl().isEmpty()).isTrue();
    }
    Set<Integer> before = Listening.of(self).keySet();
    try (SparkSession spark = Sessions.open("sweep", "local[1]", page)) {
      int port = URI.create(spark.sparkContext().uiWebUrl().get()).getPort();
      Map<Integer, Boolean> listening = Listening.of(self);
      listening.keySet().removeAll(before);
      assertThat(listening).containsKey(port).doesNotContainValue(false);
    }
  }

  @Test
  void settingsOfHadoop() {
    var configuration =
        Sessions.hadoopConfiguration(Map.of("spark.hadoop.fs.s3a.endpoint", "typed"));
    assertThat(configuration.get("fs.s3a.endpoint")).isEqualTo("typed");
    assertThat(configuration.get("fs.s3a.region")).isEqualTo("submitted");
    assertThat(configuration.get("fs.file.impl")).endsWith("QuickLocalFiles");
  }
}
