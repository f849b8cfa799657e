package org.ntksweep.jobs.folder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.ntksweep.jobs.tables.RunTable;

final class ManifestTest {

  @Test
  void whatIsWrittenReadsBack() throws JsonProcessingException {
    Manifest manifest = Manifest.empty();
    manifest.status(RunStatus.FAILED, "no space left");
    manifest.complete(RunTable.POINTS, 24);
    manifest.coreSeconds("sampling", 1.5);
    Manifest back = Manifest.parse(manifest.text());
    assertThat(back.status()).isEqualTo(RunStatus.FAILED);
    assertThat(back.message()).isEqualTo("no space left");
    assertThat(back.rows(RunTable.POINTS)).hasValue(24);
    assertThat(back.rows(RunTable.SAMPLES)).isEmpty();
    assertThat(back.number("core_seconds", "sampling")).isEqualTo(1.5);
    assertThat(back.number("core_seconds", "estimating")).isZero();
  }

  @Test
  void theReasonOfAFailureDoesNotOutliveIt() {
    Manifest manifest = Manifest.empty();
    manifest.status(RunStatus.FAILED, "no space left");
    manifest.status(RunStatus.RUNNING, "");
    assertThat(manifest.message()).isEmpty();
  }

  @Test
  void aRunThatGoesOnKeepsItsStartAndCounts() {
    Manifest manifest = Manifest.empty();
    manifest.reopen("first");
    manifest.complete(RunTable.POINTS, 24);
    manifest.put("finished", "then");
    manifest.reopen("second");
    manifest.reopen("third");
    assertThat(manifest.status()).isEqualTo(RunStatus.RUNNING);
    assertThat(manifest.text("started")).isEqualTo("first");
    assertThat(manifest.number("resumed")).isEqualTo(2);
    assertThat(manifest.text("finished")).isEmpty();
    assertThat(manifest.rows(RunTable.POINTS)).isEmpty();
  }

  @Test
  void aManifestWithoutStatusIsNotThatOfACompleteRun() {
    assertThat(Manifest.empty().status()).isEqualTo(RunStatus.FAILED);
  }
}
