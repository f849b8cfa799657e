package org.ntksweep.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.DataFrameReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ntksweep.jobs.config.yaml.ConfigException;

class NtkSourceTest extends SparkTest {

  @Test
  void theTableHasSevenColumnsThatAreNeverNull() {
    assertThat(read().schema().treeString())
        .isEqualToIgnoringNewLines(
            """
            root
             |-- point_id: string (nullable = false)
             |-- sample: long (nullable = false)
             |-- cosine: double (nullable = false)
             |-- theta: double (nullable = false)
             |-- theta_w: double (nullable = false)
             |-- theta_b: double (nullable = false)
             |-- log_abs_theta: double (nullable = false)
            """);
  }

  @Test
  void aSweepIsReadFromAPathAUriOrText(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("sweep.yaml"), YAML);

    assertThat(ntk().load(file.toString()).count()).isEqualTo(8 * 50 * 3);
    assertThat(ntk().load(file.toUri().toString()).count()).isEqualTo(8 * 50 * 3);
    assertThat(ntk().option("sweep", YAML).load().count()).isEqualTo(8 * 50 * 3);
  }

  @Test
  void sqlReadsItToo(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("sweep.yaml"), YAML);

    spark.sql("CREATE TEMPORARY VIEW samples USING ntk OPTIONS (path '" + file + "')");

    assertThat(spark.sql("SELECT count(DISTINCT point_id) FROM samples").head().getLong(0))
        .isEqualTo(8);
  }

  @Test
  void overridesReplaceValuesOfTheFile() {
    assertThat(read("samples=3", "cosines=[]").count()).isEqualTo(8 * 3);
  }

  @Test
  void aMistakeInASweepIsReportedAsItIs() {
    assertThatThrownBy(() -> read("sample=3"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("samples");
    assertThatThrownBy(() -> ntk().load("nowhere.yaml"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("nowhere.yaml");
    assertThatThrownBy(() -> ntk().load("file:/nowhere.yaml"))
        .hasMessage("file:/nowhere.yaml: there is no such file");
    assertThatThrownBy(() -> ntk().load()).hasMessageContaining("needs one sweep");
  }

  private static DataFrameReader ntk() {
    return spark.read().format("ntk");
  }
}
