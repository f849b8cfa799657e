package org.ntksweep.jobs.run;

import java.util.List;
import org.ntksweep.jobs.config.SweepFile;

/** Sweeps for tests. */
public final class Sweeps {
  /** Two laws, one of them with a pair of cosines' worth of work for the conditioned sampler. */
  public static final String SMALL =
      """
      name: small
      seed: 7
      grid:
        activation: [relu, tanh]
        sigma_w2: [1.5, 2.5]
        width: 8
        depth: [3, 5]
        input_dim: 6
      cosines: [0.5]
      samples: 60
      bootstrap: {replicates: 50}
      """;

  private Sweeps() {}

  public static SweepFile small(String... overrides) {
    return SweepFile.parse(SMALL, "small.yaml", List.of(overrides));
  }
}
