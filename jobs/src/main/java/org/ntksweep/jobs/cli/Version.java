package org.ntksweep.jobs.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.regex.Pattern;
import picocli.CommandLine.IVersionProvider;

/** The version of this build. */
final class Version implements IVersionProvider {
  private static final String BUILD = "/META-INF/maven/org.ntksweep/ntksweep-jobs/pom.properties";

  /** Written by the build, if it is that of a clone. */
  private static final String SOURCE = "source.properties";

  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40,64}(-dirty)?");

  /** The version Maven wrote into the jar; outside of a jar there is none. */
  static String text() {
    return read(BUILD).getProperty("version", "unpackaged");
  }

  /** The commit of the source it was built from; empty if it was built elsewhere. */
  static String commit() {
    String commit = read(SOURCE).getProperty("commit", "");
    return COMMIT.matcher(commit).matches() ? commit : "";
  }

  private static Properties read(String resource) {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream(resource)) {
      if (in != null) {
        properties.load(in);
      }
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String[] getVersion() {
    return new String[] {"ntk-sweep " + text()};
  }
}
