package org.ntksweep.jobs.data.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.ntksweep.core.data.DataException;
import org.ntksweep.core.data.IdxData;
import org.ntksweep.core.data.LabelledData;
import org.ntksweep.jobs.data.HeapShare;

/**
 * Examples in IDX: images in one file and labels in another, called as those of MNIST are.
 *
 * @param images those to train on
 */
record IdxFiles(Place images) implements LabelledFiles {
  /** What a file of images to train on is called. */
  static final String TRAINING = "train[-_.]images[-_.]idx\\d[-_.]ubyte(\\.gz)?";

  @Override
  public LabelledData train() throws IOException {
    return read(images);
  }

  @Override
  public Optional<LabelledData> test() throws IOException {
    if (!images.name().matches(TRAINING)) {
      return Optional.empty();
    }
    Optional<Place> tests = existing(images, images.name().replaceFirst("^train", "t10k"));
    return tests.isPresent() ? Optional.of(read(tests.get())) : Optional.empty();
  }

  private static LabelledData read(Place images) throws IOException {
    String name = images.name().replaceFirst("images", "labels").replaceFirst("idx\\d", "idx1");
    Place labels =
        existing(images, name)
            .filter(file -> !file.equals(images))
            .orElseThrow(() -> new DataException(images.name() + " needs its labels, " + name));
    HeapShare heap = images.heap();
    try (InputStream x = heap.bounded(images.inflated());
        InputStream y = heap.bounded(labels.inflated())) {
      return IdxData.read(x, y);
    } catch (DataException e) {
      throw new DataException(images.name() + ", " + labels.name() + ": " + e.getMessage());
    } catch (EOFException | ZipException e) {
      throw new DataException(images.name() + ", " + labels.name() + ": damaged or cut short");
    }
  }

  /** A file beside another, compressed or not. */
  private static Optional<Place> existing(Place beside, String name) throws IOException {
    String bare = name.replaceFirst("\\.gz$", "");
    for (String candidate : Stream.of(name, bare, bare + ".gz").distinct().toList()) {
      if (beside.beside(candidate).exists()) {
        return Optional.of(beside.beside(candidate));
      }
    }
    return Optional.empty();
  }
}
