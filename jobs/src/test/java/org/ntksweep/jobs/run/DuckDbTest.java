package org.ntksweep.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ntksweep.jobs.folder.RunFolder;
import org.ntksweep.jobs.folder.RunMode;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.EstimateColumns;
import org.ntksweep.jobs.tables.RunTable;
import org.ntksweep.jobs.tables.SampleColumns;
import org.ntksweep.jobs.tables.point.PointColumns;

/** The tables as another program finds them. */
final class DuckDbTest extends SparkTest {
  @TempDir private Path temp;
  private Connection duckDb;

  @BeforeEach
  void run() throws SQLException {
    RunFolder folder = RunFolder.at(temp.toString(), RunFolder.configuration());
    SweepRun.run(
        spark,
        Points.of(Sweeps.small().sweep()),
        Sweeps.small(),
        folder,
        RunMode.NEW,
        new Invocation("0", "", "test", new PrintWriter(Writer.nullWriter()), false));
    duckDb = DriverManager.getConnection("jdbc:duckdb:");
  }

  @AfterEach
  void close() throws SQLException {
    duckDb.close();
  }

  @Test
  void columnsAreThoseOfTheSchemas() throws SQLException {
    assertThat(column("SELECT column_name FROM (DESCRIBE " + all(RunTable.POINTS) + ")"))
        .containsExactly(PointColumns.ALL.names().toArray());
    assertThat(column("SELECT column_name FROM (DESCRIBE " + all(RunTable.SAMPLES) + ")"))
        .containsExactly(SampleColumns.ALL.stream().map(Column::name).toArray());
    assertThat(column("SELECT column_name FROM (DESCRIBE " + all(RunTable.ESTIMATES) + ")"))
        .containsExactly(EstimateColumns.ALL.names().toArray());
    assertThat(
            column(
                "SELECT DISTINCT column_type FROM (DESCRIBE "
                    + all(RunTable.ESTIMATES)
                    + ") WHERE column_name IN ('mean', 'ratio', 'z_ratio', 'log_abs_mean')"))
        .containsExactly("DOUBLE");
  }

  @Test
  void rowsAreAllThereAndPointsAreDistinct() throws SQLException {
    assertThat(column("SELECT count(*) FROM (" + all(RunTable.SAMPLES) + ")"))
        .containsExactly(960L);
    assertThat(column("SELECT count(DISTINCT point_id) FROM (" + all(RunTable.SAMPLES) + ")"))
        .containsExactly(8L);
    assertThat(column("SELECT max(len(widths)) FROM (" + all(RunTable.POINTS) + ")"))
        .containsExactly(6L);
  }

  /** With weights. Sums in another order differ by rounding, at worst 60 half-ulps. */
  @Test
  void estimatesCanBeRecomputedFromSamples() throws SQLException {
    List<Object> errors =
        column(
            """
            SELECT greatest(
              abs(e.mean - s.mean) / e.mean,
              abs(e.mean_se - s.mean_se) / e.mean_se,
              abs(e.ratio - s.ratio) / e.ratio)
            FROM (%s) e JOIN (
              SELECT point_id, cosine,
                avg(t) AS mean,
                stddev_samp(t) / sqrt(count(*)) AS mean_se,
                avg(t * theta)
                  / ((sum(t) ^ 2 - sum(t * t)) / (count(*) * (count(*) - 1))) AS ratio
              FROM (SELECT *, exp(log_weight) * theta AS t FROM (%s))
              GROUP BY point_id, cosine) s
            USING (point_id, cosine)
            """
                .formatted(all(RunTable.ESTIMATES), all(RunTable.SAMPLES)));
    assertThat(errors).hasSize(16);
    assertThat(errors).allSatisfy(error -> assertThat((Double) error).isCloseTo(0, within(1e-13)));
  }

  private String all(RunTable table) {
    return "FROM read_parquet('" + temp.resolve(table.label()).resolve("*.parquet") + "')";
  }

  private List<Object> column(String sql) throws SQLException {
    try (Statement statement = duckDb.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<Object> values = new ArrayList<>();
      while (result.next()) {
        values.add(result.getObject(1));
      }
      return values;
    }
  }
}
