package org.ntksweep.jobs.data.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.ntksweep.core.data.DataException;
import org.ntksweep.core.data.LabelledData;
import org.ntksweep.jobs.data.HeapShare;

/**
 * Examples in a file of arrays, as NumPy saves them: {@code x} and {@code y}, or {@code x_train},
 * {@code y_train}, {@code x_test} and {@code y_test}. The file is read once.
 */
final class NpzFile implements LabelledFiles {
  private static final Set<String> NAMES =
      Set.of("x", "y", "x_train", "y_train", "x_test", "y_test");

  private final Place file;
  private Map<String, NpyArray> read = Map.of();

  NpzFile(Place file) {
    this.file = file;
  }

  @Override
  public LabelledData train() throws IOException {
    Map<String, NpyArray> arrays = arrays();
    return pair(arrays, "x_train", "y_train")
        .or(() -> pair(arrays, "x", "y"))
        .orElseThrow(() -> new DataException("needs arrays x and y, or x_train and y_train"));
  }

  @Override
  public Optional<LabelledData> test() throws IOException {
    return pair(arrays(), "x_test", "y_test");
  }

  private Map<String, NpyArray> arrays() throws IOException {
    if (read.isEmpty()) {
      read = read();
    }
    return read;
  }

  private Map<String, NpyArray> read() throws IOException {
    Map<String, NpyArray> arrays = new TreeMap<>();
    try (InputStream in = file.open();
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName().replaceFirst("\\.npy$", "").toLowerCase(Locale.ROOT);
        if (NAMES.contains(name)) {
          arrays.put(name, array(name, zip, file.heap()));
        }
      }
      return arrays;
    } catch (ZipException | EOFException e) {
      throw new DataException("is damaged or ends early");
    }
  }

  private static NpyArray array(String name, ZipInputStream zip, HeapShare heap)
      throws IOException {
    try {
      return NpyArray.read(heap.bounded(zip));
    } catch (DataException e) {
      throw new DataException(name + " " + e.getMessage());
    }
  }

  private static Optional<LabelledData> pair(Map<String, NpyArray> arrays, String x, String y) {
    return arrays.containsKey(x) && arrays.containsKey(y)
        ? Optional.of(new ArrayData(arrays.get(x), arrays.get(y)))
        : Optional.empty();
  }
}
