package org.ntksweep.jobs.shell;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
      Pattern.compile("(://[^/\\s:@'\"]*:)(?!\\d+[/\\s])[^\\s@'\"]*@");

  /** A setting within text, its value perhaps quoted for a shell. */
  private static final Pattern SETTING =
      Pattern.compile(
          "([A-Za-z][\\w.-]*)=((?:\\$?'(?:\\\\.|[^'])*'|\"(?:\\\\.|[^\"])*\"|\\\\.|[^\\s\\\\'\"])+)",
          Pattern.DOTALL);

  private Secrets() {}

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
    return NAMES.matcher(key).find() || (key.contains("spark.") && NAMES.matcher(value).find());
  }

  /** Any text without its secrets, commands quoted for a shell included. */
  public static String redact(String text) {
    Matcher settings = SETTING.matcher(text);
    return uri(
        settings.replaceAll(
            found ->
                Matcher.quoteReplacement(
                    isSecret(found.group(1), found.group(2))
                        ? found.group(1) + "='" + REDACTED + "'"
                        : found.group())));
  }

  private static String uri(String text) {
    return PASSWORD
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + REDACTED + "@"));
  }
}
