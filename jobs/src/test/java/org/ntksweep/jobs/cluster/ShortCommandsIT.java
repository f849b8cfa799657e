package org.ntksweep.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Commands that start no Spark, as they are typed. */
final class ShortCommandsIT {
  private static final Path LOG = Path.of("target/short-commands/theory");

  @Test
  void theoryPrintsItsAnswerAndNothingElse() throws Exception {
    String law = "activation=tanh sigma_w2=2 sigma_b2=0.1 width=30 depth=8 input_dim=4";
    try (Script theory = Script.start(LOG, "ntk-sweep", ("theory " + law).split(" ", -1))) {
      theory.exits(0);
      assertThat(theory.out()).contains("chi_1", "chaotic");
      assertThat(theory.err().lines().filter(line -> !line.startsWith("ntk-sweep: "))).isEmpty();
    }
  }
}
