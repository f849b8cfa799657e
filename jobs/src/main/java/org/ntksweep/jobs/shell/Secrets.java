package org.ntksweep.jobs.shell;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Text without what nobody else may read: values of settings that Spark takes for secret, and
 * passwords in URIs.
 */
public final class Secrets {
  /** What stands for a secret, as in Spark. */
  public static final String REDACTED = "*********(redacted)";

  /** The default of {@code spark.redaction.regex}, and what storage calls its keys. */
  private static final Pattern NAMES =
      Pattern.compile(
          "(?i)secret|password|passwd|token|credential|access[.]?key|account[.]?key|private[.]?key");

  /** Of a URI: what stands between user and host; a port ends with the host. */
  private static final Pattern PASSWORD =
      Pattern.compile("(://[^/\\s:@'\"]{0,1000}:)(?!\\d+[/\\s])[^\\s@'\"]{0,1000}@");

  /**
   * A setting within text, perhaps that of an option, its value perhaps quoted for a shell. A quote
   * that is not closed, as text may be cut, ends with the text. Takes time in proportion.
   */
  private static final Pattern SETTING =
      Pattern.compile(
          "(?<![\\w.-])(--[\\w-]++=)?([\\w.-]++)="
              + "((?:[^\\s\\\\'\"$]++|\\$'(?:\\\\.|[^'\\\\]++)*+'?|'[^']*+'?"
              + "|\"(?:\\\\.|[^\"\\\\]++)*+\"?|\\\\.|\\$)++)",
          Pattern.DOTALL);

  /** What else a person calls secret; at first nothing. */
  private static volatile Pattern own = Pattern.compile("(?!)");

  private Secrets() {}

  /**
   * Redacts what a person calls secret, too.
   *
   * @param regex found in names of settings, or in values; the value of {@code
   *     spark.redaction.regex}
   * @throws RequestException if it is no regular expression
   */
  public static void alsoRedact(String regex) {
    try {
      own = Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new RequestException(
          "spark.redaction.regex: no regular expression: " + e.getDescription());
    }
  }

  /** The words of a command without its secrets. */
  public static List<String> redact(List<String> words) {
    return words.stream().map(Secrets::word).toList();
  }

  /** One word of a command, such as {@code spark.hadoop.fs.s3a.secret.key=abc}. */
  private static String word(String word) {
    int equals = assignment(word);
    if (equals > 0 && isSecret(word.substring(0, equals), word.substring(equals + 1))) {
      return word.substring(0, equals + 1) + REDACTED;
    }
    return uri(word);
  }

  /** The first equals sign behind a name that may be a setting's. */
  private static int assignment(String word) {
    int first = word.indexOf('=');
    boolean isOption = first > 0 && word.startsWith("-") && !word.startsWith("-D");
    int second = isOption ? word.indexOf('=', first + 1) : -1;
    return second > 0 ? second : first;
  }

  /** Whether a setting of Spark has a value that is to be kept secret. */
  public static boolean isSecret(String key, String value) {
    return names(key) || (key.contains("spark.") && names(value));
  }

  private static boolean names(String text) {
    return NAMES.matcher(text).find() || own.matcher(text).find();
  }

  /** Any text without its secrets, commands quoted for a shell included. */
  public static String redact(String text) {
    Matcher settings = SETTING.matcher(text);
    return uri(
        settings.replaceAll(
            found ->
                Matcher.quoteReplacement(
                    isSecret(found.group(2), found.group(3))
                        ? text.substring(found.start(), found.end(2)) + "='" + REDACTED + "'"
                        : found.group())));
  }

  /** Whether a URI has a password in it. */
  public static boolean isIn(String uri) {
    return PASSWORD.matcher(uri).find();
  }

  private static String uri(String text) {
    return PASSWORD
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + REDACTED + "@"));
  }
}
