package org.ntksweep.jobs.run;

import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests of a class share a session, opened as a run opens it. */
public abstract class SparkTest {
  protected static SparkSession spark;

  @BeforeAll
  protected static void openSession() {
    spark = Sessions.open("test", "local[2]", Map.of());
  }

  @AfterAll
  protected static void closeSession() {
    spark.stop();
  }
}
