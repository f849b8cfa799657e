package org.ntksweep.jobs.data.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
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
  static LabelledFiles at(String location, Configuration configuration) throws IOException {
    Place place = Place.at(location, configuration);
    List<Place> files = place.files();
    for (Format format : Format.values()) {
      Optional<LabelledFiles> found = place.isFolder() ? format.in(files) : of(format, place);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new DataException(
        place.isFolder()
            ? "holds no examples: neither train-images-idx3-ubyte, train*.parquet, *.npz nor"
                + " train.csv, compressed or not"
            : "is neither IDX, Parquet, npz nor CSV");
  }

  private static Optional<LabelledFiles> of(Format format, Place file) throws IOException {
    try (InputStream in = file.open()) {
      return format.begins(in.readNBytes(Format.HEAD))
          ? Optional.of(format.of(file))
          : Optional.empty();
    }
  }
}
