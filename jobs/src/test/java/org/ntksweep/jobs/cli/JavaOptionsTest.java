package org.ntksweep.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;

/** What the JVM is started with is what Spark asks for. */
final class JavaOptionsTest {

  @Test
  void theOptionsAreThoseOfSpark() throws IOException {
    assertThat(Files.readAllLines(Path.of("../deploy/java.options")))
        .containsExactly(JavaModuleOptions.defaultModuleOptionArray());
  }
}
