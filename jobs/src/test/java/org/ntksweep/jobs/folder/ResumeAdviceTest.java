package org.ntksweep.jobs.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The command that goes on with a run, as a shell reads it. */
final class ResumeAdviceTest {
  @Test
  void whatIsPrintedCanBePasted() throws Exception {
    for (String name :
        List.of("runs/a", "a b", "it's", "$HOME", "a;b", "h[1]", "-rf", "a\\b", "a\nb", "`id`")) {
      String path = name.startsWith("-") ? "./" + name : name;
      assertThat(words(ResumeAdvice.command("printf '%s\\0'", folder(name))))
          .containsExactly(path + "/config.yaml", "--out", path, "--resume");
    }
  }

  @Test
  void noSecretIsPrinted() {
    String run = "deploy/submit --conf spark.hadoop.fs.s3a.secret.key=hunter2 --";
    assertThat(ResumeAdvice.command(run, folder("s3a://me:hunter2@bucket/a")))
        .doesNotContain("hunter2")
        .contains("s3a://me:*********(redacted)@bucket/a");
  }

  private static String[] words(String command) throws Exception {
    Process bash = new ProcessBuilder("bash", "-c", command).start();
    String read = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return read.substring(0, read.length() - 1).split("\0", -1);
  }

  private static RunFolder folder(String location) {
    return RunFolder.at(location, RunFolder.configuration());
  }
}
