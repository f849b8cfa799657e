package org.ntksweep.jobs.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
      assertThat(Secrets.redact("run --conf=" + key + value + " --dry-run"))
          .isEqualTo("run --conf=" + key + "'*********(redacted)' --dry-run");
    }
  }

  /** Of which a search that begins anew at every letter would take minutes. */
  @Test
  void longTextsTakeNoLongTime() {
    for (String text :
        List.of("x".repeat(500_000), "x1".repeat(200_000), "://a:".repeat(100_000))) {
      assertThat(Secrets.redact(text)).isEqualTo(text);
    }
    String cut = "spark.my.secret='" + "\\'".repeat(2_000);
    assertThat(Secrets.redact(cut)).isEqualTo("spark.my.secret='*********(redacted)'");
  }

  @Test
  void whatIsNotSecretIsTold() {
    for (String word : List.of("samples=5000", "name=secret", "--conf", "spark.ui.enabled=true")) {
      assertThat(Secrets.redact(List.of(word))).containsExactly(word);
    }
  }

  @Test
  void whatAPersonCallsSecretIsNotToldEither() {
    Secrets.alsoRedact("(?i)apikey");
    try {
      assertThat(Secrets.redact("--conf spark.hadoop.my.ApiKey=" + SECRET))
          .isEqualTo("--conf spark.hadoop.my.ApiKey='*********(redacted)'");
      assertThat(Secrets.isSecret("spark.ssl.keyPassword", SECRET)).isTrue();
    } finally {
      Secrets.alsoRedact("(?!)");
    }
    assertThatThrownBy(() -> Secrets.alsoRedact("["))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("spark.redaction.regex");
  }
}
