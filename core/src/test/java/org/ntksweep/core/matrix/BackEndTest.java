package org.ntksweep.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class BackEndTest {
  /** Says why matrices cannot be computed with. */
  static final class Machine {
    private Machine() {}

    public static void main(String[] args) {
      try {
        BackEnd.loadLapack();
      } catch (IllegalStateException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  /** In a JVM of its own, which takes itself for one of another machine. */
  @Test
  void aMachineTheBuildIsNotForIsTold() throws Exception {
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.bytedeco.javacpp.platform=solaris-sparc",
                "-cp",
                System.getProperty("java.class.path"),
                Machine.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(told)
        .startsWith("OpenBLAS cannot load its native libraries for solaris-sparc")
        .contains("build it here")
        .hasLineCount(1);
  }
}
