package org.ntksweep.jobs.shell;

import java.io.FileNotFoundException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Why something failed, in one line and without secrets: libraries wrap it in pages. */
public final class Reason {
  /** What Thrift adds: the name of an object. */
  private static final Pattern STRUCT = Pattern.compile(" Struct: \\S+");

  private static final int LONGEST = 400;
  private static final int LONGEST_LINE = 1000;

  /** Exceptions whose message is only the name of what is missing. */
  private static final Map<Class<?>, String> BARE =
      Map.of(
          UnknownHostException.class, "unknown host ",
          ClassNotFoundException.class, "there is no class ",
          NoClassDefFoundError.class, "there is no class ",
          OutOfMemoryError.class, "not enough memory: ",
          StackOverflowError.class, "nested too deeply",
          FileNotFoundException.class, "");

  private Reason() {}

  /** The innermost cause. */
  public static String of(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; depth < 50 && cause.getCause() != null; depth++) {
      cause = cause.getCause();
    }
    String message = firstLine(cause);
    String text =
        isBare(cause, message)
            ? BARE.get(cause.getClass()) + message
            : message.isEmpty() ? cause.getClass().getSimpleName() : message;
    return Secrets.redact(
        printable(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "..."));
  }

  private static String firstLine(Throwable cause) {
    String message = cause.getMessage() == null ? "" : cause.getMessage();
    String line = message.strip().lines().findFirst().orElse("");
    return STRUCT.matcher(line).replaceAll("");
  }

  private static boolean isBare(Throwable cause, String message) {
    return BARE.containsKey(cause.getClass())
        && (cause instanceof VirtualMachineError || !message.contains(" "));
  }

  /** What a person is told of a request: printable, and what is long on a line cut. */
  public static String told(String text) {
    return printable(text)
        .lines()
        .map(line -> line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "...")
        .collect(Collectors.joining("\n"));
  }

  /** Text without characters that could change what a terminal shows; lines stay lines. */
  public static String printable(String text) {
    return text.codePoints()
        .map(c -> c == '\n' || isPrintable(c) ? c : '?')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** What a terminal writes where it stands; formats turn the direction of what follows. */
  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
