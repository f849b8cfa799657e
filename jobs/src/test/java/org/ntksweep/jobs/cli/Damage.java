package org.ntksweep.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** What may become of a file: on a disk that fails, or in the hands of people. */
interface Damage {
  /** Does it to a file. */
  void to(Path file) throws IOException;

  /**
   * All kinds, by name.
   *
   * @param foreign a whole file of another kind
   * @param flips how many of them flip one bit, anywhere
   * @param seed where
   */
  static Map<String, Damage> kinds(Path foreign, int flips, long seed) {
    Map<String, Damage> kinds = new LinkedHashMap<>();
    kinds.put("missing", Files::delete);
    kinds.put("empty", file -> Files.write(file, new byte[0]));
    kinds.put("half", bytes(all -> Arrays.copyOf(all, all.length / 2)));
    kinds.put("one byte less", bytes(all -> Arrays.copyOf(all, all.length - 1)));
    kinds.put("one byte more", bytes(all -> Arrays.copyOf(all, all.length + 1)));
    kinds.put("zeros", bytes(all -> new byte[all.length]));
    kinds.put("noise", bytes(all -> noise(all.length, seed)));
    kinds.put("twice", bytes(all -> twice(all)));
    kinds.put("foreign", file -> Files.write(file, Files.readAllBytes(foreign)));
    kinds.put(
        "a folder",
        file -> {
          Files.delete(file);
          Files.createDirectories(file.resolve("a"));
        });
    Random random = new Random(seed);
    for (int i = 0; i < flips; i++) {
      double at = random.nextDouble();
      int bit = random.nextInt(8);
      kinds.put(
          "bit " + bit + " at " + at,
          bytes(
              all -> {
                all[(int) (at * all.length)] ^= (byte) (1 << bit);
                return all;
              }));
    }
    return kinds;
  }

  /** Other bytes for those of a file. */
  interface Change {
    byte[] of(byte[] bytes);
  }

  private static Damage bytes(Change change) {
    return file -> Files.write(file, change.of(Files.readAllBytes(file)));
  }

  private static byte[] noise(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static byte[] twice(byte[] bytes) {
    byte[] twice = Arrays.copyOf(bytes, 2 * bytes.length);
    System.arraycopy(bytes, 0, twice, bytes.length, bytes.length);
    return twice;
  }
}
