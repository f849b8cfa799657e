package org.ntksweep.jobs.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is printed is read back by a real shell. */
final class ShellQuoteTest {
  /** Words people type, and words nobody should. */
  static final List<String> WORDS =
      List.of(
          "",
          "a",
          "grid.sigma_w2=[0.5, 1.5]",
          "a b",
          "it's",
          "\"quoted\"",
          "$HOME",
          "`id`",
          "$(id)",
          "a;b",
          "a&b|c",
          "*",
          "?",
          "[ab]",
          "{x,y}",
          "a\\b",
          "~",
          "~root",
          "#",
          "!!",
          "-n",
          "--",
          "a\nb",
          "\n",
          "tab\there",
          "\u001b[31mred",
          "\u007f",
          "%41",
          "\u0444\u0430\u0439\u043b",
          "<in>out",
          "key=*********(redacted)");

  @Test
  void aShellReadsBackEveryWord() throws Exception {
    Process bash =
        new ProcessBuilder("bash", "-c", "printf '%s\\0' " + ShellQuote.command(WORDS)).start();
    String read = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    List<String> words = new ArrayList<>(Arrays.asList(read.split("\0", -1)));
    words.remove(words.size() - 1);
    assertThat(words).isEqualTo(WORDS);
  }

  @Test
  void whatIsPrintedDoesNotChangeATerminal() {
    assertThat(ShellQuote.command(WORDS).chars()).noneMatch(Character::isISOControl);
    assertThat(Reason.printable("a\u001b[31m\u009b\r\nb")).isEqualTo("a?[31m??\nb");
  }

  @Test
  void aPathIsNoOption() {
    assertThat(ShellQuote.path("-rf")).isEqualTo("./-rf");
  }
}
