package org.ntksweep.jobs.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of this build. */
final class Version implements IVersionProvider {
  private static final String BUILD = "/META-INF/maven/org.ntksweep/ntksweep-jobs/pom.properties";

  /** The version Maven wrote into the jar; outside of a jar there is none. */
  static String text() {
    try (InputStream in = Version.class.getResourceAsStream(BUILD)) {
      if (in == null) {
        return "unpackaged";
      }
      Properties build = new Properties();
      build.load(in);
      return build.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String[] getVersion() {
    return new String[] {"ntk-sweep " + text()};
  }
}
