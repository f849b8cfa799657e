package org.ntksweep.jobs.config.key;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.ntksweep.jobs.config.yaml.ConfigException;
import org.ntksweep.jobs.config.yaml.Mapping;
import org.ntksweep.jobs.config.yaml.Place;
import org.ntksweep.jobs.config.yaml.Value;
import org.ntksweep.jobs.config.yaml.YamlReader;

/** The keys of a file, in their order, and what follows from it. */
public final class Schema {
  private final List<Key<?>> keys;
  private final Set<String> optionalSections;
  private final Map<String, Set<String>> children = new LinkedHashMap<>();

  /**
   * The schema of keys, in the order a resolved file lists them.
   *
   * @param optionalSections sections at the top whose keys have fallbacks only in files that have
   *     the section
   */
  public Schema(List<Key<?>> keys, String... optionalSections) {
    this.keys = List.copyOf(keys);
    this.optionalSections = Set.of(optionalSections);
    keys.forEach(key -> addToSection(key.path()));
  }

  private void addToSection(String path) {
    int dot = path.lastIndexOf('.');
    String section = path.substring(0, Math.max(0, dot));
    children.computeIfAbsent(section, s -> new LinkedHashSet<>()).add(path.substring(dot + 1));
    if (!section.isEmpty()) {
      addToSection(section);
    }
  }

  /** All keys. */
  public List<Key<?>> keys() {
    return keys;
  }

  /** What stands in a section, keys and sections, in order. */
  List<String> children(String section) {
    return List.copyOf(children.get(section));
  }

  /** The paths of all sections and keys, those at the top first. */
  List<String> paths() {
    return children.entrySet().stream()
        .flatMap(section -> section.getValue().stream().map(n -> Mapping.path(section.getKey(), n)))
        .sorted(Comparator.comparing(path -> path.chars().filter(c -> c == '.').count()))
        .toList();
  }

  boolean isSection(String path) {
    return children.containsKey(path);
  }

  /** Whether a path is that of a section, or of a key that has no need to be there. */
  boolean mayBeLeftOut(String path) {
    return isSection(path) || keys.stream().anyMatch(k -> k.path().equals(path) && k.optional());
  }

  /** The keys that may not stand beside one. */
  List<Key<?>> rivals(String path) {
    return keys.stream()
        .filter(
            key ->
                key.rivals().contains(path)
                    || keys.stream()
                        .anyMatch(k -> k.path().equals(path) && k.rivals().contains(key.path())))
        .toList();
  }

  /**
   * Checks that a file has known keys only, sections where sections belong, and no two keys that
   * say the same.
   *
   * @throws ConfigException at the first that is not so
   */
  public void check(Mapping root) {
    checkSection(root, root);
  }

  private void checkSection(Mapping section, Mapping root) {
    UnknownKeys.check(section, children(section.path()), this);
    for (Value value : section.entries().values()) {
      checkRivals(value, root);
      if (isSection(value.path())) {
        checkSection(section(value), root);
      }
    }
  }

  private static Mapping section(Value value) {
    if (value instanceof Mapping section) {
      return section;
    }
    throw value.mustBe("a section with keys of its own");
  }

  private void checkRivals(Value value, Mapping root) {
    for (Key<?> rival : rivals(value.path())) {
      rival
          .find(root)
          .ifPresent(
              other -> {
                throw other.error(
                    String.format(
                        Locale.ROOT,
                        "cannot stand beside %s (%s); give one of them",
                        value.path(),
                        value.place()));
              });
    }
  }

  /** A checked file with every value it leaves out that has a fallback. */
  public Mapping complete(Mapping root) {
    Mapping complete = root;
    for (Key<?> key : keys) {
      Optional<Value> value = key.find(root).isPresent() ? Optional.empty() : fallback(root, key);
      if (value.isPresent()) {
        complete = Paths.put(complete, key.path(), value.get(), root.place());
      }
    }
    return complete;
  }

  private Optional<Value> fallback(Mapping root, Key<?> key) {
    boolean said = rivals(key.path()).stream().anyMatch(rival -> rival.find(root).isPresent());
    return key.fallback()
        .filter(yaml -> !said && isWanted(root, key))
        .map(yaml -> YamlReader.readValue(yaml, key.path(), Place.in(root.place().source())));
  }

  private boolean isWanted(Mapping root, Key<?> key) {
    return key.sections().stream()
        .allMatch(section -> root.has(section) || !optionalSections.contains(section));
  }

  /** A file as text: a line for every key that is wanted, in order. */
  public String write(Mapping root, Predicate<Key<?>> wanted) {
    StringBuilder text = new StringBuilder();
    Set<String> opened = new HashSet<>();
    for (Key<?> key : keys) {
      key.find(root)
          .filter(value -> wanted.test(key))
          .ifPresent(value -> write(key, value, opened, text));
    }
    return text.toString();
  }

  private static void write(Key<?> key, Value value, Set<String> opened, StringBuilder text) {
    String indent = "";
    for (String section : key.sections()) {
      if (opened.add(section)) {
        text.append(indent).append(section.substring(section.lastIndexOf('.') + 1)).append(":\n");
      }
      indent += "  ";
    }
    text.append(indent).append(key.name()).append(": ").append(value.yaml()).append('\n');
  }
}
