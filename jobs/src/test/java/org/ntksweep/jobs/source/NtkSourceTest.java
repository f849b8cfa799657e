package org.ntksweep.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ntksweep.jobs.config.yaml.ConfigException;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.tables.point.PointColumns;
import scala.collection.immutable.ArraySeq;

class NtkSourceTest extends SparkTest {

  @Test
  void theTableHasColumnsThatAreNeverNull() {
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
             |-- log_weight: double (nullable = false)
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
    assertThatThrownBy(() -> read("training={data: {source: pairs}, steps: 0}"))
        .hasMessage("format ntk draws networks; this sweep trains them: run it with ntk-sweep");
  }

  @Test
  void theLawStandsBesideTheSamplesOnRequest() {
    String[] overrides = {
      "grid={activation: [relu, tanh], sigma_w2: 2, widths: [[4, 6, 1], [4, 5, 6, 1], [4, 1]]}",
      "samples=3000"
    };
    Dataset<Row> read =
        ntk()
            .option("sweep", YAML)
            .option("overrides", String.join("\n", overrides))
            .option("law", true)
            .load();
    List<String> law = PointColumns.ALL.names();

    List<Row> found =
        read.groupBy(law.stream().map(functions::col).toArray(Column[]::new))
            .count()
            .collectAsList();

    List<Row> expected =
        Points.of(sweep(overrides)).all().stream()
            .map(
                point -> {
                  List<Object> values =
                      new ArrayList<>(Arrays.asList(PointColumns.ALL.values(point)));
                  values.set(
                      law.indexOf("widths"),
                      ArraySeq.unsafeWrapArray(((List<?>) values.get(6)).toArray()));
                  values.add(3 * 3000L);
                  return RowFactory.create(values.toArray());
                })
            .toList();
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(read.columns())
        .startsWith("point_id", "sample")
        .endsWith("trainable", "variance_reduction");
  }

  @Test
  void anOptionThatSaysNothingIsRefused() {
    assertThatThrownBy(() -> ntk().option("sweep", YAML).option("override", "samples=3").load())
        .hasMessage(
            "format ntk: no option override; allowed: path, sweep, overrides, law;"
                + " did you mean overrides?");
    assertThatThrownBy(() -> ntk().option("plan", "x").load()).hasMessageContaining("plan");
  }

  private static DataFrameReader ntk() {
    return spark.read().format("ntk");
  }
}
