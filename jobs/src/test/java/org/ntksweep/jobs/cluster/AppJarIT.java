package org.ntksweep.jobs.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.ntksweep.jobs.source.NtkSource;

/** The application jar: all that Spark does not bring, and nothing that it brings. */
final class AppJarIT {
  private static final Path TARGET = Path.of("target");
  private final List<Path> spark = jars(TARGET.resolve("spark/jars"), "*.jar");
  private final List<Path> figures = jars(TARGET.resolve("figures"), "*.jar");
  private final Path app = jars(TARGET, "ntksweep-*-app.jar").get(0);

  @Test
  void nothingThatSparkBringsIsInIt() throws IOException {
    Set<String> brought = new HashSet<>();
    for (Path jar : spark) {
      brought.addAll(classes(jar));
    }
    assertThat(brought).contains("org/apache/spark/sql/SparkSession.class");
    assertThat(classes(app))
        .contains("org/ntksweep/core/network/Network.class", "picocli/CommandLine.class")
        .noneMatch(name -> name.startsWith("org/graalvm/"))
        .doesNotContainAnyElementsOf(brought);
  }

  /** Native libraries are most of it: those of one platform, not of all. */
  @Test
  void itHoldsThePlatformOfThisMachineAlone() throws IOException {
    Set<String> platforms =
        entries(app).stream()
            .filter(
                entry ->
                    entry.matches("org/(nd4j|bytedeco)/.*/[a-z]+-[a-z0-9_]+/.*\\.(so|dylib|dll).*"))
            .map(entry -> entry.replaceFirst(".*/([a-z]+-[a-z0-9_]+)/[^/]*$", "$1"))
            .collect(toSet());
    assertThat(platforms).hasSize(1);
  }

  /** What is ours, that is: ND4J could do more than it is asked to, with more beside it. */
  @Test
  void withSparkItIsAllThatIsNeeded() {
    String classPath =
        Stream.concat(spark.stream(), figures.stream())
            .map(Path::toString)
            .collect(joining(File.pathSeparator));
    StringWriter said = new StringWriter();
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    PrintWriter out = new PrintWriter(said);
    String[] missing = {
      "--missing-deps",
      "--multi-release",
      "17",
      "-include",
      "org\\.ntksweep\\..*",
      "-cp",
      classPath,
      app.toString()
    };
    assertThat(jdeps.run(out, out, missing)).as(said.toString()).isZero();
    assertThat(said.toString()).isBlank();
  }

  @Test
  void itIsOneTidyJar() throws IOException {
    List<String> entries = entries(app);
    assertThat(entries)
        .doesNotHaveDuplicates()
        .contains("META-INF/LICENSE", "META-INF/NOTICE", "log4j2.properties")
        .noneMatch(entry -> entry.matches("META-INF/[^/]*\\.(SF|DSA|RSA)"))
        .noneMatch(entry -> entry.endsWith("module-info.class"));
    String service = "META-INF/services/org.apache.spark.sql.sources.DataSourceRegister";
    try (JarFile jar = new JarFile(app.toFile())) {
      assertThat(new String(jar.getInputStream(jar.getEntry(service)).readAllBytes(), UTF_8))
          .contains(NtkSource.class.getName());
    }
  }

  private static Set<String> classes(Path jar) throws IOException {
    return entries(jar).stream().filter(entry -> entry.endsWith(".class")).collect(toSet());
  }

  private static List<String> entries(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
    }
  }

  private static List<Path> jars(Path folder, String glob) {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
      List<Path> jars = new ArrayList<>();
      found.forEach(jars::add);
      return jars;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
