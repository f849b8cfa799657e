package org.ntksweep.jobs.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.ntksweep.jobs.folder.seal.SealedJson;
import org.ntksweep.jobs.tables.RunTable;

/** What a run says about itself: {@code manifest.json}. */
public final class Manifest {
  /** How networks are trained; only of runs that train. */
  public static final String METHOD = "method";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final ObjectNode root;
  private final boolean isSealed;

  private Manifest(ObjectNode root, boolean isSealed) {
    this.root = root;
    this.isSealed = isSealed;
  }

  /** One that says nothing yet. */
  public static Manifest empty() {
    return new Manifest(JSON.createObjectNode(), false);
  }

  /**
   * Reads a manifest.
   *
   * @throws JsonProcessingException if it is none, or a value cannot be; the message says which
   */
  static Manifest parse(String text) throws JsonProcessingException {
    SealedJson json = SealedJson.parse(text);
    Optional<String> objection = ManifestRules.objection(json.object());
    if (objection.isPresent()) {
      throw new JsonMappingException(null, objection.get());
    }
    return new Manifest(json.object(), json.isSealed());
  }

  /** The same, which stays as it is. */
  public Manifest copy() {
    return new Manifest(root.deepCopy(), isSealed);
  }

  /** The JSON, indented. */
  String text() {
    try {
      return JSON.writeValueAsString(SealedJson.sealed(root)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON nodes can always be written", e);
    }
  }

  /** Whether it was written with a checksum, as is then all that belongs to it. */
  boolean isSealed() {
    return isSealed;
  }

  /** Whether the run completed. */
  public RunStatus status() {
    return RunStatus.of(root.path("status").asText());
  }

  /** Whether the run trains its networks. */
  public boolean trains() {
    return root.has(METHOD);
  }

  /** Why the run did not complete, or the empty string. */
  public String message() {
    return root.path("message").asText();
  }

  /** A value as text, by the names that lead to it, or the empty string. */
  public String text(String... path) {
    var node = root.path(path[0]);
    for (String name : Arrays.asList(path).subList(1, path.length)) {
      node = node.path(name);
    }
    return node.asText();
  }

  /** A number by the names that lead to it, or 0. */
  public double number(String... path) {
    String text = text(path);
    return text.isEmpty() ? 0 : Double.parseDouble(text);
  }

  /** The number of rows of a table, or empty if the table is not complete. */
  public OptionalLong rows(RunTable table) {
    var rows = root.path("tables").path(table.label()).path("rows");
    return rows.isNumber() ? OptionalLong.of(rows.asLong()) : OptionalLong.empty();
  }

  /** A table is complete. */
  public void complete(RunTable table, long rows) {
    root.withObject("/tables").putObject(table.label()).put("rows", rows);
  }

  /** How far the run is, and why it is no further; the empty string if there is nothing to say. */
  public void status(RunStatus status, String message) {
    root.put("status", status.label());
    if (message.isEmpty()) {
      root.remove("message");
    } else {
      root.put("message", message);
    }
  }

  /** Sets a text. */
  public void put(String name, String value) {
    root.put(name, value);
  }

  /** Sets a count. */
  public void put(String name, long value) {
    root.put(name, value);
  }

  /** Sets a number. */
  public void put(String name, double value) {
    root.put(name, value);
  }

  /** A run begins or goes on; which tables are complete is open, as it may add to them. */
  public void reopen(String time) {
    status(RunStatus.RUNNING, "");
    root.remove("tables");
    root.remove("finished");
    if (root.has("started")) {
      root.put("resumed", root.path("resumed").asInt() + 1);
    } else {
      root.put("started", time);
    }
  }

  /** Sets how much core time something has taken. */
  public void coreSeconds(String what, double value) {
    root.withObject("/core_seconds").put(what, value);
  }
}
