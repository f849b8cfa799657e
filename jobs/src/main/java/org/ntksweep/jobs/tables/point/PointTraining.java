package org.ntksweep.jobs.tables.point;

import java.io.Serializable;
import org.ntksweep.core.training.TrainerKind;
import org.ntksweep.core.training.Training;
import org.ntksweep.jobs.config.training.LearningRate;

/**
 * What is done to the networks of a point that is trained.
 *
 * @param training all of it
 * @param rate the learning rate as the sweep says it
 * @param trainer by what
 * @param examples the number N of examples to train on
 * @param digest what the data are known by
 */
public record PointTraining(
    Training training, LearningRate rate, TrainerKind trainer, int examples, String digest)
    implements Serializable {
  private static final long serialVersionUID = 1;
}
