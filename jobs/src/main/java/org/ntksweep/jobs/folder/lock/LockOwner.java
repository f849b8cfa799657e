package org.ntksweep.jobs.folder.lock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.ntksweep.jobs.shell.Reason;

/**
 * Who writes a folder.
 *
 * @param host the machine of the driver, for people: containers may share a name
 * @param processes which table of processes it is in ({@link Processes#table}); empty if unknown
 * @param pid its process there
 * @param start when the process started, which tells it from a later one of the same number
 * @param user who started it
 * @param since when, in UTC
 */
record LockOwner(String host, String processes, long pid, String start, String user, String since) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** This process. */
  static LockOwner self() {
    long pid = ProcessHandle.current().pid();
    return new LockOwner(
        Host.name(),
        Processes.table(),
        pid,
        Processes.start(pid).orElse(""),
        System.getProperty("user.name", "?"),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /** Reads what a lock says; what it does not say is unknown. */
  static LockOwner parse(String text) {
    JsonNode owner;
    try {
      owner = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      owner = JSON.missingNode();
    }
    return new LockOwner(
        text(owner, "host"),
        owner.path("processes").asText(""),
        owner.path("pid").asLong(-1),
        owner.path("start").asText(""),
        text(owner, "user"),
        text(owner, "since"));
  }

  private static String text(JsonNode owner, String name) {
    return Reason.printable(owner.path(name).asText("?"));
  }

  /** One line of JSON. */
  String text() {
    Map<String, Object> values = new TreeMap<>();
    values.put("host", host);
    values.put("processes", processes);
    values.put("pid", pid);
    values.put("start", start);
    values.put("user", user);
    values.put("since", since);
    try {
      return JSON.writeValueAsString(values) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers can always be written", e);
    }
  }

  /** Whether the process is known not to run any more: only who sees its processes can tell. */
  boolean isGone() {
    return !processes.isEmpty()
        && !start.isEmpty()
        && processes.equals(Processes.table())
        && !Processes.start(pid).filter(start::equals).isPresent();
  }

  @Override
  public String toString() {
    return pid < 0
        ? "its lock does not say who"
        : "process " + pid + " of " + user + " on " + host + " since " + since;
  }
}
