package org.ntksweep.core.training;

import java.io.Serial;
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

  /**
   * What these examples are known by: the {@linkplain Examples#digest digest} of those of training,
   * and behind it, with a dash between, that of the others if there are any.
   */
  public String digest() {
    return train.digest() + test.map(examples -> "-" + examples.digest()).orElse("");
  }

  @Serial
  private Object writeReplace() {
    return new Form(train, test.orElse(null));
  }

  /** Data as they travel: an Optional cannot. */
  private record Form(Examples train, Examples test) implements Serializable {
    private static final long serialVersionUID = 1;

    @Serial
    private Object readResolve() {
      return new TrainingData(train, Optional.ofNullable(test));
    }
  }
}
