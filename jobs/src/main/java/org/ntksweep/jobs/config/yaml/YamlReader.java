package org.ntksweep.jobs.config.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML 1.2 text as a tree of {@link Value}s. An entry's place is the line of its key, a list
 * element's its own. Values are made as the text is parsed, so that one that is nested too deep, or
 * has a key no file has, ends the reading there.
 */
public final class YamlReader {
  /** More than a person writes; the parser would need many times the memory. */
  public static final int MAX_CHARACTERS = 3 << 20;

  /** Sweep files have five levels. */
  private static final int MAX_DEPTH = 20;

  private static final int MAX_KEY = 100;

  private final Place source;
  private final boolean numbered;
  private final Iterator<Event> events;

  private YamlReader(Place source, boolean numbered, String text) {
    this.source = source;
    this.numbered = numbered;
    events = new Parse(settings(text)).parseString(text).iterator();
  }

  /** The parser moves what it has not used each time it fills its buffer: once is enough. */
  private static LoadSettings settings(String text) {
    return LoadSettings.builder()
        .setCodePointLimit(MAX_CHARACTERS)
        .setBufferSize(text.length() + 1)
        .build();
  }

  /**
   * The text of a file, or empty if there is nothing in it; places have line numbers.
   *
   * @throws ConfigException if it is not YAML, too long or nested too deep
   */
  public static Optional<Value> readFile(String text, String name) {
    return read(text, "", Place.in(name), true);
  }

  /**
   * The value of one key, standing at a place without lines.
   *
   * @throws ConfigException if it is not YAML, too long or nested too deep
   */
  public static Value readValue(String text, String path, Place place) {
    return read(text, path, place, false).orElseGet(() -> new Scalar(path, place, "", false));
  }

  private static Optional<Value> read(String text, String path, Place source, boolean numbered) {
    if (text.length() > MAX_CHARACTERS) {
      throw new ConfigException(source, path, "is too large for a sweep file (above 3 MB)");
    }
    YamlReader reader = new YamlReader(source, numbered, text);
    try {
      return reader.document(path);
    } catch (MarkedYamlEngineException e) {
      throw new ConfigException(reader.place(e.getProblemMark()), path, notYaml(problem(e)));
    } catch (YamlEngineException e) {
      throw new ConfigException(source, path, notYaml(e.getMessage()));
    }
  }

  private static String problem(MarkedYamlEngineException e) {
    return e.getContext() == null ? e.getProblem() : e.getContext() + ", " + e.getProblem();
  }

  private static String notYaml(String problem) {
    String line = problem.lines().findFirst().orElse("");
    return "not YAML: " + (line.length() <= 200 ? line : line.substring(0, 200) + "...");
  }

  /** The events of a stream are its start, documents (start, value, end) and its end. */
  private Optional<Value> document(String path) {
    events.next();
    Event start = events.next();
    if (start.getEventId() == Event.ID.StreamEnd) {
      return Optional.empty();
    }
    Value value = value(events.next(), path, source, 0);
    events.next();
    Event next = events.next();
    if (next.getEventId() != Event.ID.StreamEnd) {
      throw new ConfigException(
          place(next.getStartMark()),
          path,
          notYaml("expected a single document in the stream, but found another document"));
    }
    return Optional.of(value);
  }

  private Value value(Event event, String path, Place place, int depth) {
    if (depth > MAX_DEPTH) {
      throw new ConfigException(place, path, "is nested more than " + MAX_DEPTH + " deep");
    }
    if (event instanceof ScalarEvent scalar) {
      checkTag(scalar.getTag(), path, place);
      return new Scalar(path, place, scalar.getValue(), !scalar.isPlain());
    }
    if (event instanceof SequenceStartEvent sequence) {
      checkTag(sequence.getTag(), path, place);
      return new Sequence(path, place, elements(path, depth + 1));
    }
    if (event instanceof MappingStartEvent mapping) {
      checkTag(mapping.getTag(), path, place);
      return new Mapping(path, place, entries(path, depth + 1));
    }
    throw new ConfigException(place, path, "aliases (*name) are not read; write the value out");
  }

  private static void checkTag(Optional<String> tag, String path, Place place) {
    if (tag.isPresent()) {
      throw new ConfigException(place, path, "tags (!name) are not read; write the value alone");
    }
  }

  private List<Value> elements(String path, int depth) {
    List<Value> elements = new ArrayList<>();
    Event event = events.next();
    while (event.getEventId() != Event.ID.SequenceEnd) {
      elements.add(value(event, path, place(event.getStartMark()), depth));
      event = events.next();
    }
    return elements;
  }

  private Map<String, Value> entries(String path, int depth) {
    Map<String, Value> entries = new LinkedHashMap<>();
    Event event = events.next();
    while (event.getEventId() != Event.ID.MappingEnd) {
      Place place = place(event.getStartMark());
      String key = key(event, path, place);
      String entryPath = Mapping.path(path, key);
      Value previous = entries.put(key, value(events.next(), entryPath, place, depth));
      if (previous != null) {
        throw new ConfigException(
            place, entryPath, "is given twice; the first is at " + previous.place());
      }
      event = events.next();
    }
    return entries;
  }

  private static String key(Event event, String path, Place place) {
    if (!(event instanceof ScalarEvent scalar)) {
      throw new ConfigException(place, path, "a key must be a word, not a list or a mapping");
    }
    String key = scalar.getValue();
    if (key.length() > MAX_KEY) {
      throw new ConfigException(place, Mapping.path(path, key), "unknown key, and a very long one");
    }
    return key;
  }

  private Place place(Optional<Mark> mark) {
    return numbered
        ? mark.map(m -> new Place(source.source(), m.getLine() + 1)).orElse(source)
        : source;
  }
}
