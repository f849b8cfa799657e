package org.ntksweep.jobs;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Files, keys, numbers and messages are the same whatever the locale and encoding of a machine. */
@AnalyzeClasses(packages = "org.ntksweep", importOptions = DoNotIncludeTests.class)
class LocaleTest {
  /** What writes in the locale of the machine, unless it is handed another. */
  private static final Set<String> LOCALIZED =
      Set.of(
          "format",
          "formatted",
          "printf",
          "toLowerCase",
          "toUpperCase",
          "ofPattern",
          "getInstance",
          "getNumberInstance",
          "getIntegerInstance",
          "getPercentInstance");

  private static final Set<String> LOCALIZED_OWNERS =
      Set.of(
          "java.lang.String",
          "java.io.PrintStream",
          "java.io.PrintWriter",
          "java.util.Formatter",
          "java.text.NumberFormat",
          "java.time.format.DateTimeFormatter");

  /** What reads and writes in the encoding of the machine, unless it is handed another. */
  private static final Set<String> ENCODED =
      Set.of(
          "java.lang.String",
          "java.io.FileReader",
          "java.io.FileWriter",
          "java.io.InputStreamReader",
          "java.io.OutputStreamWriter",
          "java.io.PrintStream",
          "java.util.Scanner",
          "java.io.ByteArrayOutputStream");

  @ArchTest
  static final ArchRule NO_LOCALE_OF_THE_MACHINE =
      noClasses()
          .should()
          .callCodeUnitWhere(calls("writes in the locale of the machine", LocaleTest::isLocalized))
          .orShould()
          .callCodeUnitWhere(calls("uses the encoding of the machine", LocaleTest::isEncoded));

  private static DescribedPredicate<JavaCall<?>> calls(
      String what, Predicate<CodeUnitCallTarget> which) {
    return describe(what, call -> which.test(call.getTarget()));
  }

  private static boolean isLocalized(CodeUnitCallTarget target) {
    String owner = target.getOwner().getName();
    boolean isTold = owner.equals("java.time.format.DateTimeFormatter"); // as it was made
    return (LOCALIZED_OWNERS.contains(owner)
            && LOCALIZED.contains(target.getName())
            && !(isTold && target.getName().equals("format"))
            && !hands(target, "java.util.Locale"))
        || (owner.equals("java.text.DecimalFormat") && target.getName().equals("<init>"));
  }

  private static boolean isEncoded(CodeUnitCallTarget target) {
    boolean makes = target.getName().equals("<init>") && takesBytes(target);
    boolean bytes = target.getName().equals("getBytes");
    boolean text = target.getName().equals("toString") && isBuffer(target);
    boolean asks =
        target.getOwner().getName().equals("java.nio.charset.Charset")
            && target.getName().equals("defaultCharset");
    return asks
        || (ENCODED.contains(target.getOwner().getName())
            && (makes || bytes || text)
            && !hands(target, "java.nio.charset.Charset"));
  }

  private static boolean isBuffer(CodeUnitCallTarget target) {
    return target.getOwner().getName().equals("java.io.ByteArrayOutputStream");
  }

  /** Constructors of texts from texts, and of buffers, know no encoding. */
  private static boolean takesBytes(CodeUnitCallTarget target) {
    List<String> types = target.getRawParameterTypes().stream().map(JavaClass::getName).toList();
    boolean isText = target.getOwner().getName().equals("java.lang.String");
    return !isBuffer(target) && (isText ? types.contains("[B") : !types.isEmpty());
  }

  private static boolean hands(CodeUnitCallTarget target, String type) {
    return target.getRawParameterTypes().stream().anyMatch(t -> t.getName().equals(type));
  }
}
