package org.ntksweep.jobs.data.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.ntksweep.core.data.DataException;
import org.ntksweep.core.data.LabelledData;
import org.ntksweep.jobs.data.HeapShare;
import org.ntksweep.jobs.shell.Reason;

/**
 * Examples in tables, as Hugging Face has them.
 *
 * @param training files of examples to train on, in order
 * @param tests files of others
 */
record ParquetFiles(List<Place> training, List<Place> tests) implements LabelledFiles {

  /** Those of a folder: called test or in a folder of that name are those to test on. */
  static Optional<LabelledFiles> in(List<Place> folder) {
    List<Place> tables = folder.stream().filter(f -> f.name().endsWith(".parquet")).toList();
    List<Place> train = tables.stream().filter(f -> isOf("train", f)).toList();
    List<Place> test = tables.stream().filter(f -> isOf("test", f)).toList();
    List<Place> rest = tables.stream().filter(f -> !test.contains(f)).toList();
    return rest.isEmpty()
        ? Optional.empty()
        : Optional.of(new ParquetFiles(train.isEmpty() ? rest : train, test));
  }

  private static boolean isOf(String split, Place file) {
    return file.name().startsWith(split) || file.path().getParent().getName().equals(split);
  }

  @Override
  public LabelledData train() throws IOException {
    return read(training);
  }

  @Override
  public Optional<LabelledData> test() throws IOException {
    return tests.isEmpty() ? Optional.empty() : Optional.of(read(tests));
  }

  private static LabelledData read(List<Place> files) throws IOException {
    List<MemoryData.Row> rows = new ArrayList<>();
    for (Place file : files) {
      try {
        read(file, rows);
      } catch (DataException e) {
        throw new DataException(file.name() + ": " + e.getMessage());
      }
    }
    return new MemoryData(rows);
  }

  private static void read(Place file, List<MemoryData.Row> rows) throws IOException {
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), file.path())
            .withConf(file.configuration())
            .build()) {
      ParquetExample columns = null;
      for (Group row = reader.read(); row != null; row = reader.read()) {
        columns = columns == null ? ParquetExample.of(row.getType()) : columns;
        MemoryData.Row example = columns.row(row);
        file.heap().take(example.bytes() + HeapShare.OF_EXAMPLE);
        rows.add(example);
      }
    } catch (DataException | FileNotFoundException e) {
      throw e;
    } catch (IOException | RuntimeException e) { // Parquet throws both where a file is damaged
      throw new DataException("is damaged: " + Reason.of(e));
    }
  }
}
