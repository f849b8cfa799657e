package org.ntksweep.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ntksweep.jobs.cli.request.SparkSettings;
import org.ntksweep.jobs.cli.request.SweepSource;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.config.yaml.ConfigException;

/** What spark-submit tells the command line of a driver that runs elsewhere. */
final class SubmittedTest extends CommandLineTest {
  private static final String TYPED = "not/here/tiny.yaml";

  @BeforeEach
  void submit() {
    System.setProperty("spark.master", "spark://host:7077");
    System.setProperty("spark.submit.deployMode", "cluster");
    System.setProperty("spark.files", "hdfs://a/b.txt," + Path.of(path("tiny.yaml")).toUri());
  }

  @AfterEach
  void forget() {
    System.clearProperty("spark.master");
    System.clearProperty("spark.submit.deployMode");
    System.clearProperty("spark.files");
  }

  @Test
  void theMasterIsThatOfSparkSubmit() {
    assertThat(SparkSettings.master()).isEqualTo("spark://host:7077");
    forget();
    assertThat(SparkSettings.master()).isEqualTo("local[*]");
  }

  @Test
  void theSweepFileIsFoundWhereItWasShipped() {
    assertThat(load(TYPED).sweep().name()).isEqualTo("tiny");
    forget();
    assertThatThrownBy(() -> load(TYPED)).isInstanceOf(ConfigException.class);
  }

  @Test
  void aFileThatIsThereIsTheOneThatWasTyped() {
    assertThat(load("../conf/quickstart.yaml").sweep().name()).isEqualTo("quickstart");
  }

  @Test
  void whatWasNotShippedIsNotFound() {
    assertThatThrownBy(() -> load("not/here/other.yaml"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("not/here/other.yaml: there is no such file");
  }

  private static SweepFile load(String location) {
    return SweepSource.load(location, List.of(), new Configuration());
  }
}
