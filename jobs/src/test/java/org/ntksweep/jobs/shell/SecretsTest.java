package org.ntksweep.jobs.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SecretsTest {
  private static final String SECRET = "hunter2/Xy+z";

  @Test
  void valuesThatSparkTakesForSecretAreNotTold() {
    for (String word :
        List.of(
            "spark.hadoop.fs.s3a.secret.key=" + SECRET,
            "--conf=spark.hadoop.fs.s3a.access.key=" + SECRET,
            "spark.hadoop.fs.azure.account.key.x=" + SECRET,
            "spark.ssl.keyPassword=" + SECRET,
            "spark.app.TOKEN=" + SECRET,
            "spark.driver.extraJavaOptions=-Dpassword=" + SECRET)) {
      assertThat(Secrets.redact(List.of("--conf", word)).get(1))
          .as(word)
          .doesNotContain(SECRET)
          .startsWith(word.substring(0, word.indexOf('=', 8)))
          .endsWith(Secrets.REDACTED);
    }
  }

  @Test
  void passwordsInUrisAreNotTold() {
    assertThat(Secrets.redact("cannot open s3a://me:" + SECRET + "@bucket/a: 403"))
        .isEqualTo("cannot open s3a://me:*********(redacted)@bucket/a: 403");
    assertThat(Secrets.redact(List.of("hdfs://host:8020/user@x")))
        .containsExactly("hdfs://host:8020/user@x");
  }

  @Test
  void commandsQuotedForAShellHideThem() {
    String key = "spark.hadoop.fs.s3a.secret.key=";
    for (String value :
        List.of(SECRET, "'" + SECRET + " b'", "\\$" + SECRET, "$'" + SECRET + "'")) {
      assertThat(Secrets.redact("deploy/submit --conf " + key + value + " --master yarn --"))
          .isEqualTo("deploy/submit --conf " + key + "'*********(redacted)' --master yarn --");
    }
  }

  @Test
  void whatIsNotSecretIsTold() {
    for (String word : List.of("samples=5000", "name=secret", "--conf", "spark.ui.enabled=true")) {
      assertThat(Secrets.redact(List.of(word))).containsExactly(word);
    }
  }
}
