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

  /** Four points, five networks of each, trained on two inputs. */
  public static final String TRAINED =
      """
      name: trained
      seed: 7
      grid:
        activation: [relu, tanh]
        sigma_w2: [1.5, 2.5]
        width: 8
        depth: 3
        input_dim: 6
        learning_rate: 0.25
      cosines: [0.5]
      samples: 5
      training:
        data: {source: pairs}
        steps: 1000
        record: [1, 10, 100]
      output: {kernels: true}
      """;

  private Sweeps() {}

  /** The sweep of {@link #TRAINED}. */
  public static SweepFile trained(String... overrides) {
    return SweepFile.parse(TRAINED, "trained.yaml", List.of(overrides));
  }

  public static SweepFile small(String... overrides) {
    return SweepFile.parse(SMALL, "small.yaml", List.of(overrides));
  }
}
