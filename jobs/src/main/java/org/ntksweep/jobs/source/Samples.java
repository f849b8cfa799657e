package org.ntksweep.jobs.source;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.plan.SweepPlan;

/** Samples of a plan that was made in this program: nothing is parsed or planned again. */
public final class Samples {
  private static final Map<String, SharedPlan> PLANS = new ConcurrentHashMap<>();

  private Samples() {}

  /**
   * The samples of a plan, drawn as they are read.
   *
   * @param points those of the plan, on every executor
   */
  public static Dataset<Row> of(SparkSession spark, SweepPlan plan, Broadcast<Points> points) {
    String key = UUID.randomUUID().toString();
    PLANS.put(key, new SharedPlan(plan, points));
    try {
      return spark.read().format(NtkSource.NAME).option(SweepOptions.PLAN, key).load();
    } finally {
      PLANS.remove(key); // the table that was loaded has it
    }
  }

  /**
   * The plan under a key.
   *
   * @throws IllegalArgumentException if there is none in this program
   */
  static SharedPlan plan(String key) {
    SharedPlan plan = PLANS.get(key);
    if (plan == null) {
      throw new IllegalArgumentException("option " + SweepOptions.PLAN + ": for runs alone");
    }
    return plan;
  }
}
