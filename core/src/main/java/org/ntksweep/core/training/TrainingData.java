package org.ntksweep.core.training;

import java.io.Serializable;
import java.util.Optional;
import org.ntksweep.core.data.Examples;

/**
 * What a network is trained on, and tried on.
 *
 * @param train the examples it sees
 * @param test examples it does not see, of the same inputs and targets
 */
public record TrainingData(Examples train, Optional<Examples> test) implements Serializable {
  private static final long serialVersionUID = 1;
}
