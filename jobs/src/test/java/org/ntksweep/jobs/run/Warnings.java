package org.ntksweep.jobs.run;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** What libraries tell people while it is open, besides what is told by the program. */
public final class Warnings extends AbstractAppender implements AutoCloseable {
  private final List<String> told = new CopyOnWriteArrayList<>();

  /** Hears from now on. */
  public Warnings() {
    super("warnings", null, null, true, Property.EMPTY_ARRAY);
    start();
    root().addAppender(this);
  }

  private static Logger root() {
    return (Logger) LogManager.getRootLogger();
  }

  /** What was told. */
  public List<String> told() {
    return told;
  }

  @Override
  public void append(LogEvent event) {
    told.add(event.getLoggerName() + ": " + event.getMessage().getFormattedMessage());
  }

  @Override
  public void close() {
    root().removeAppender(this);
    stop();
  }
}
