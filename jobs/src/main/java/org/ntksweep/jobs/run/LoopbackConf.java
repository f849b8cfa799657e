package org.ntksweep.jobs.run;

import org.apache.spark.SparkConf;
import scala.Tuple2;

/**
 * Settings of a Spark whose machines all are this one: what it serves, its pages included, is for
 * this machine alone unless SPARK_LOCAL_IP says otherwise. Spark has no setting for that, only this
 * variable of the environment.
 */
final class LoopbackConf extends SparkConf {
  private static final long serialVersionUID = 1;
  private static final String ADDRESS = "SPARK_LOCAL_IP";

  LoopbackConf() {
    this(true);
  }

  private LoopbackConf(boolean loadDefaults) {
    super(loadDefaults);
  }

  @Override
  public String getenv(String name) {
    String value = super.getenv(name);
    return value == null && name.equals(ADDRESS) ? "127.0.0.1" : value;
  }

  /** Spark works with a copy. */
  @Override
  public SparkConf clone() {
    SparkConf copy = new LoopbackConf(false);
    for (Tuple2<String, String> setting : getAll()) {
      copy.set(setting._1(), setting._2());
    }
    return copy;
  }
}
