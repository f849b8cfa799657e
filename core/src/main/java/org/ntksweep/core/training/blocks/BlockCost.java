package org.ntksweep.core.training.blocks;

import org.ntksweep.core.network.Network;
import org.ntksweep.core.training.Observation;
import org.ntksweep.core.training.Training;
import org.ntksweep.core.training.TrainingData;

/** What a {@link BlockStructure} takes. */
public final class BlockCost {
  /** Matrices of features by features at a look. */
  private static final int SQUARES = 4;

  /** Vectors of the size of a state that the integrator has, and copies. */
  private static final int STATES = 22;

  /** Evaluations of the model for every gradient of the network, about. */
  private static final double EVALUATIONS = 4;

  /** Nanoseconds of a multiplication and an addition. */
  private static final double MULTIPLYING = 0.3;

  private BlockCost() {}

  /** The numbers on the Java heap, beside the features; 0 where nothing is looked at. */
  public static double heapNumbers(Network law, TrainingData data, Training training) {
    if (!BlockStructure.isSeen(law, data.train(), training)) {
      return 0;
    }
    double n = features(law);
    return SQUARES * n * n + (isIntegrated(training) ? STATES * n * rows(law, data) : 0);
  }

  /** The time of a look on one core. */
  public static double nanosPerLook(Network law, TrainingData data, Training training) {
    double n = features(law);
    return BlockStructure.isSeen(law, data.train(), training)
        ? MULTIPLYING * n * n * (data.train().count() + n)
        : 0;
  }

  /** The time of the model for every gradient of the network. */
  public static double nanosPerGradient(Network law, TrainingData data, Training training) {
    return BlockStructure.isSeen(law, data.train(), training) && isIntegrated(training)
        ? EVALUATIONS * 3 * MULTIPLYING * law.widths().outputs() * features(law) * rows(law, data)
        : 0;
  }

  private static boolean isIntegrated(Training training) {
    return training.observed().contains(Observation.BLOCKS);
  }

  private static double features(Network law) {
    return law.widths().at(law.depth() - 1);
  }

  /** Of W, H1' and H2'. */
  private static double rows(Network law, TrainingData data) {
    return 2.0 * law.widths().outputs() + Math.min(data.train().count(), features(law));
  }
}
