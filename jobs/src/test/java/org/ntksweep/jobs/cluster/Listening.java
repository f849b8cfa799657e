package org.ntksweep.jobs.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where processes listen, as Linux tells it. */
public final class Listening {
  private static final String LISTENS = "0A";

  /** 127.0.0.0/8, the same as addresses of IPv6, and ::1. */
  private static final Pattern LOOPBACK =
      Pattern.compile("(0000000000000000FFFF0000)?[0-9A-F]{6}7F|0{24}01000000");

  private Listening() {}

  /** The ports of a process, and whether only this machine reaches them. */
  public static Map<Integer, Boolean> of(long process) throws IOException {
    Path folder = Path.of("/proc", Long.toString(process));
    Set<String> sockets = sockets(folder.resolve("fd"));
    Map<Integer, Boolean> ports = new HashMap<>();
    for (String table : List.of("net/tcp", "net/tcp6")) {
      for (String line : Files.readAllLines(folder.resolve(table))) {
        String[] fields = line.strip().split("\\s+", -1);
        if (fields[3].equals(LISTENS) && sockets.contains("socket:[" + fields[9] + "]")) {
          String[] address = fields[1].split(":", -1);
          ports.put(Integer.parseInt(address[1], 16), LOOPBACK.matcher(address[0]).matches());
        }
      }
    }
    return ports;
  }

  private static Set<String> sockets(Path descriptors) throws IOException {
    try (Stream<Path> all = Files.list(descriptors)) {
      return all.map(Listening::target).collect(Collectors.toCollection(HashSet::new));
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) { // closed meanwhile
      return "";
    }
  }
}
