package org.ntksweep.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ntksweep.jobs.config.Texts.MINIMAL;
import static org.ntksweep.jobs.config.Texts.edited;
import static org.ntksweep.jobs.config.Texts.refusal;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.jobs.config.yaml.ConfigException;

/**
 * What is told of texts and values that are none, word for word. Tables edit {@link Texts#MINIMAL}.
 */
final class BadSweepsTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          seed: 1.5          => bad.yaml:8: seed: must be a whole number of 64 bits, not 1.5
          seed: 9223372036854775808 => bad.yaml:8: seed: must be a whole number of 64 bits, not 9223372036854775808
          name: a/b          => bad.yaml:8: name: must be a folder name of up to 100 letters, digits, '_', '.' and '-', the last two not first, not a/b
          name: ..           => bad.yaml:8: name: must be a folder name of up to 100 letters, digits, '_', '.' and '-', the last two not first, not ..
          name: -x           => bad.yaml:8: name: must be a folder name of up to 100 letters, digits, '_', '.' and '-', the last two not first, not -x
          name:              => bad.yaml:8: name: must be a folder name of up to 100 letters, digits, '_', '.' and '-', the last two not first, but has no value
          cosines: 1.01      => bad.yaml:8: cosines: must be a number from -1 to 1, not 1.01
          cosines: [0, -2]   => bad.yaml:8: cosines: must be a number from -1 to 1, not -2
          cosines: [.nan]    => bad.yaml:8: cosines: must be a number from -1 to 1, not .nan
          cosines: {from: -1, to: 1, count: 1002} => bad.yaml:8: cosines: has 1002 cosines; at most 1000 are allowed
          parametrization: NTK => bad.yaml:8: parametrization: must be standard or ntk, not NTK; did you mean ntk?
          initialization: normal => bad.yaml:8: initialization: must be gaussian, uniform or orthogonal, not normal
          initialization: [uniform, gaussian] => bad.yaml:8: initialization: must be gaussian, uniform or orthogonal, not [uniform, gaussian]
          sampler: norm-chain => bad.yaml:8: sampler: must be auto, norm_chain, conditioned or dense, not norm-chain; did you mean norm_chain?
          sampler: [auto]    => bad.yaml:8: sampler: must be auto, norm_chain, conditioned or dense, not [auto]
          dense: 1GiB        => bad.yaml:8: dense: must be a section with keys of its own, not 1GiB
          dense: {precision: half} => bad.yaml:8: dense.precision: must be double or float, not half
          dense: {memory: 1GB} => bad.yaml:8: dense.memory: must be a number of bytes such as 512MiB or 2GiB, not 1GB
          dense: {memory: 0} => bad.yaml:8: dense.memory: must be a number of bytes such as 512MiB or 2GiB, not 0
          dense: {memory: -1GiB} => bad.yaml:8: dense.memory: must be a number of bytes such as 512MiB or 2GiB, not -1GiB
          dense: {memory: 99999999TiB} => bad.yaml:8: dense.memory: must be a number of bytes such as 512MiB or 2GiB, not 99999999TiB
          estimator: uratio  => bad.yaml:8: estimator: must be plug_in, u_ratio, leave_one_out, published, jackknife or debiased, not uratio; did you mean u_ratio?
          bootstrap: 100     => bad.yaml:8: bootstrap: must be a section with keys of its own, not 100
          bootstrap:         => bad.yaml:8: bootstrap: must be a section with keys of its own, but has no value
          bootstrap: {replicates: 1} => bad.yaml:8: bootstrap.replicates: must be a whole number from 2 to 1,000,000, not 1
          bootstrap: {confidence: 95} => bad.yaml:8: bootstrap.confidence: must be a number between 0 and 1, not 95
          bootstrap: {confidence: 1.0} => bad.yaml:8: bootstrap.confidence: must be a number between 0 and 1, not 1.0
          output: {samples: yes} => bad.yaml:8: output.samples: must be true or false, not yes
          execution: {task_seconds: 0} => bad.yaml:8: execution.task_seconds: must be auto or a number of seconds from 1e-9 to 1e9, not 0
          execution: {wave_seconds: 1e-300} => bad.yaml:8: execution.wave_seconds: must be auto or a number of seconds from 1e-9 to 1e9, not 1e-300
          """)
  void keysOfTheFile(String added, String message) {
    assertThat(refusal(MINIMAL + added)).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "0", "-3", "2.5", "1e11", "'100'", "ten", "1e", "0x10", "[2]", "{}"})
  void samples(String value) {
    assertThat(refusal(edited("samples: 100", "samples: " + value)))
        .isEqualTo(
            "bad.yaml:7: samples: must be a whole number from 2 to 10,000,000,000, not " + value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          samples      => on the command line: must be key=value, such as samples=5000, not samples
          =5           => on the command line: must be key=value, such as samples=5000, not =5
          --samples=5  => on the command line: must be key=value, such as samples=5000, not --samples=5
          grid..width=5 => on the command line: must be key=value, such as samples=5000, not grid..width=5
          samples.x=5  => on the command line: samples.x: samples is 100 (bad.yaml:7), which has no keys
          samples=     => on the command line: samples: must be a whole number from 2 to 10,000,000,000, but has no value
          grid.width=[1 => on the command line: grid.width: not YAML: while parsing a flow sequence, expected ',' or ']', but got <stream end>
          grid=5       => on the command line: grid: must be a section with keys of its own, not 5
          """)
  void overrides(String override, String message) {
    assertThat(refusal(MINIMAL, override)).isEqualTo(message);
  }

  @Test
  void textThatIsNoSweep() {
    assertThat(refusal("")).isEqualTo("bad.yaml: is empty; a sweep file has keys");
    assertThat(refusal("# nothing yet\n")).isEqualTo("bad.yaml: is empty; a sweep file has keys");
    assertThat(refusal("- samples: 5"))
        .isEqualTo("bad.yaml: must be keys with values, such as samples: 500, not [{samples: 5}]");
    assertThat(refusal("samples")).contains("must be keys with values");
    assertThat(refusal(MINIMAL + "---\nsamples: 5"))
        .isEqualTo(
            "bad.yaml:8: not YAML: expected a single document in the stream, but found another"
                + " document");
    assertThat(refusal("samples: 5\n\tseed: 1"))
        .isEqualTo(
            "bad.yaml:2: not YAML: while scanning for the next token,"
                + " found character '\\t(TAB)' that cannot start any token."
                + " (Do not use \\t(TAB) for indentation)");
    assertThat(refusal("samples: \u0000")).startsWith("bad.yaml: not YAML: ");
    assertThat(refusal(MINIMAL + "samples: 5"))
        .isEqualTo("bad.yaml:8: samples: is given twice; the first is at bad.yaml:7");
    assertThat(refusal("? [a]\n: 5"))
        .isEqualTo("bad.yaml:1: a key must be a word, not a list or a mapping");
    assertThat(refusal("seed: &a 5\nsamples: *a"))
        .isEqualTo("bad.yaml:2: samples: aliases (*name) are not read; write the value out");
    assertThat(refusal("grid: &a [*a]")).contains("aliases");
  }

  @Test
  void valuesAreCutInMessages() {
    assertThat(refusal(MINIMAL, "name='" + "long ".repeat(100) + "'"))
        .endsWith("not 'long long long long long long long long long long long long...");
  }

  @Test
  void aNameTakenFromTheFileIsCheckedToo() {
    assertThatThrownBy(() -> SweepFile.parse(MINIMAL, "conf/my sweep.yaml", List.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "conf/my sweep.yaml: name: must be a folder name of up to 100 letters, digits, '_', '.'"
                + " and '-', the last two not first, not my sweep");
  }
}
