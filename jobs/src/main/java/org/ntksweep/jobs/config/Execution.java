package org.ntksweep.jobs.config;

import java.io.Serial;
import java.io.Serializable;
import java.util.Optional;

/**
 * How the work of a run is cut. It changes no number.
 *
 * @param taskSeconds the predicted compute time one task is cut to, or empty to let the planner
 *     choose
 * @param waveSeconds the predicted time after which a run commits what it has, or empty to let the
 *     run choose
 */
public record Execution(Optional<Double> taskSeconds, Optional<Double> waveSeconds)
    implements Serializable {

  private static final long serialVersionUID = 1;

  @Serial
  private Object writeReplace() {
    return new Form(taskSeconds.orElse(null), waveSeconds.orElse(null));
  }

  /** An execution as it travels: an Optional cannot. */
  private record Form(Double taskSeconds, Double waveSeconds) implements Serializable {
    private static final long serialVersionUID = 1;

    @Serial
    private Object readResolve() {
      return new Execution(Optional.ofNullable(taskSeconds), Optional.ofNullable(waveSeconds));
    }
  }
}
