package org.ntksweep.jobs.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * YAML 1.2 text as a tree of {@link Value}s that know their key path and place. An entry's place is
 * the line of its key, a list element's its own.
 */
final class YamlReader {
  /** More than a person writes; the parser would need many times the memory. */
  static final int MAX_CHARACTERS = 3 << 20;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(MAX_CHARACTERS).build();

  private final Place source;
  private final boolean numbered;
  private final Set<Node> seen = new HashSet<>();

  private YamlReader(Place source, boolean numbered) {
    this.source = source;
    this.numbered = numbered;
  }

  /** The text of a file, or empty if there is nothing in it; places have line numbers. */
  static Optional<Value> readFile(String text, String name) {
    return new YamlReader(Place.in(name), true).read(text, "");
  }

  /** The value of one key, standing at a place without lines. */
  static Value readValue(String text, String path, Place place) {
    return new YamlReader(place, false)
        .read(text, path)
        .orElseGet(() -> new Scalar(path, place, "", false));
  }

  private Optional<Value> read(String text, String path) {
    try {
      return new Compose(SETTINGS).composeString(text).map(root -> convert(root, path, source));
    } catch (MarkedYamlEngineException e) {
      throw new ConfigException(place(e.getProblemMark()), path, "not YAML: " + problem(e));
    } catch (YamlEngineException e) {
      throw new ConfigException(source, path, "not YAML: " + firstLine(e));
    }
  }

  private static String problem(MarkedYamlEngineException e) {
    return e.getContext() == null ? e.getProblem() : e.getContext() + ", " + e.getProblem();
  }

  private static String firstLine(YamlEngineException e) {
    return e.getMessage().lines().findFirst().orElse("");
  }

  private Value convert(Node node, String path, Place place) {
    if (!seen.add(node)) {
      throw new ConfigException(place, path, "aliases (*name) are not read; write the value out");
    }
    if (node instanceof MappingNode mapping) {
      return new Mapping(path, place, entries(mapping, path));
    }
    if (node instanceof SequenceNode sequence) {
      return new Sequence(path, place, elements(sequence, path));
    }
    ScalarNode scalar = (ScalarNode) node;
    return new Scalar(path, place, scalar.getValue(), !scalar.isPlain());
  }

  private List<Value> elements(SequenceNode sequence, String path) {
    List<Value> elements = new ArrayList<>();
    for (Node element : sequence.getValue()) {
      elements.add(convert(element, path, place(element.getStartMark())));
    }
    return elements;
  }

  private Map<String, Value> entries(MappingNode mapping, String path) {
    Map<String, Value> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Place place = place(tuple.getKeyNode().getStartMark());
      String key = key(tuple.getKeyNode(), path, place);
      String entryPath = Mapping.path(path, key);
      Value previous = entries.put(key, convert(tuple.getValueNode(), entryPath, place));
      if (previous != null) {
        throw new ConfigException(
            place, entryPath, "is given twice; the first is at " + previous.place());
      }
    }
    return entries;
  }

  private static String key(Node node, String path, Place place) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw new ConfigException(place, path, "a key must be a word, not a list or a mapping");
  }

  private Place place(Optional<Mark> mark) {
    return numbered
        ? mark.map(m -> new Place(source.source(), m.getLine() + 1)).orElse(source)
        : source;
  }
}
