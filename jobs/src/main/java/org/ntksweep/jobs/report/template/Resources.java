package org.ntksweep.jobs.report.template;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What the page is made of: templates of this package, and the chart library from its WebJars. */
public final class Resources {
  private static final String HERE = "/org/ntksweep/jobs/report/";
  private static final String WEB_JARS = "/META-INF/resources/webjars/";

  private Resources() {}

  /** A file of a room, such as {@code page/page.html}. */
  public static String text(String name) {
    return read(HERE + name);
  }

  /** The script of a library, such as {@code vega}. */
  public static String script(String library) {
    return read(WEB_JARS + library + "/" + version(library) + "/" + library + ".min.js");
  }

  /** The version of a library, which its WebJar records. */
  public static String version(String library) {
    String location = "/META-INF/maven/org.webjars/" + library + "/pom.properties";
    try (InputStream in = open(location)) {
      Properties build = new Properties();
      build.load(in);
      return build.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(String location) {
    try (InputStream in = open(location)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String location) throws IOException {
    InputStream in = Resources.class.getResourceAsStream(location);
    if (in == null) {
      throw new FileNotFoundException(location + ": not on the class path");
    }
    return in;
  }
}
