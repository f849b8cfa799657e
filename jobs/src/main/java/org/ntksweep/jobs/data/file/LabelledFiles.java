package org.ntksweep.jobs.data.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.ntksweep.core.data.DataException;
import org.ntksweep.core.data.LabelledData;

/** Examples to train on and, if there are any, others to test on, as files have them. */
interface LabelledFiles {

  /**
   * Those to train on.
   *
   * @throws DataException if the files are damaged or have no examples
   * @throws IOException if they cannot be read
   */
  LabelledData train() throws IOException;

  /**
   * Those to test on.
   *
   * @throws DataException if the files are damaged or have no examples
   * @throws IOException if they cannot be read
   */
  Optional<LabelledData> test() throws IOException;

  /**
   * The files at a place, of whatever format.
   *
   * @throws DataException if there are none of a format that is known
   * @throws IOException if they cannot be read, a {@link java.io.FileNotFoundException} if they are
   *     not there
   */
  static LabelledFiles at(Place place) throws IOException {
    return place.isFolder() ? in(place.files()) : of(place);
  }

  private static LabelledFiles in(List<Place> folder) {
    return Stream.of(Format.values())
        .flatMap(format -> format.in(folder).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new DataException(
                    "has no examples: neither train-images-idx3-ubyte, *.parquet, *.npz nor"
                        + " train.csv"));
  }

  private static LabelledFiles of(Place file) throws IOException {
    try (InputStream in = file.inflated()) {
      byte[] head = in.readNBytes(Format.HEAD);
      return Stream.of(Format.values())
          .filter(format -> format.begins(head))
          .findFirst()
          .map(format -> format.of(file))
          .orElseThrow(() -> new DataException("is neither IDX, Parquet, npz nor CSV"));
    } catch (EOFException | ZipException e) {
      throw new DataException("is damaged or ends early");
    }
  }
}
