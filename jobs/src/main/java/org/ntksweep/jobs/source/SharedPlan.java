package org.ntksweep.jobs.source;

import org.apache.spark.broadcast.Broadcast;
import org.ntksweep.jobs.plan.Points;
import org.ntksweep.jobs.plan.SweepPlan;

/**
 * A plan whose points are on every executor, once for all plans of them.
 *
 * @param plan what to draw
 * @param points those of the plan
 */
record SharedPlan(SweepPlan plan, Broadcast<Points> points) {}
