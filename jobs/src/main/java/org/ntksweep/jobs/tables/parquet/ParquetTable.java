package org.ntksweep.jobs.tables.parquet;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.ntksweep.jobs.shell.Reason;
import org.ntksweep.jobs.tables.Table;
import org.ntksweep.jobs.tables.TableRow;

/** A folder of Parquet files, read in the order of their names and without Spark. */
public final class ParquetTable implements Table {
  private final List<Path> files;
  private final Configuration configuration;

  private ParquetTable(List<Path> files, Configuration configuration) {
    this.files = files;
    this.configuration = new Configuration(configuration);
    this.configuration.setBoolean("parquet.page.verify-checksum.enabled", true);
  }

  /**
   * Finds the files of a table.
   *
   * @throws FileNotFoundException if there is none
   */
  public static ParquetTable in(Path folder, Configuration configuration) throws IOException {
    FileStatus[] found =
        folder
            .getFileSystem(configuration)
            .listStatus(folder, path -> path.getName().endsWith(".parquet"));
    if (found.length == 0) {
      throw new FileNotFoundException(folder + ": no Parquet files");
    }
    List<Path> files = Arrays.stream(found).map(FileStatus::getPath).sorted().toList();
    return new ParquetTable(files, configuration);
  }

  /** The table of these files, read in this order. */
  public static ParquetTable of(List<Path> files, Configuration configuration) {
    return new ParquetTable(List.copyOf(files), configuration);
  }

  @Override
  public List<String> columns() throws IOException {
    try (ParquetFileReader file = open(files.get(0))) {
      MessageType schema = file.getFileMetaData().getSchema();
      return schema.getFields().stream().map(Type::getName).toList();
    }
  }

  /** Of a table whose files have one schema. */
  @Override
  public ParquetTable only(List<String> wanted) throws IOException {
    try (ParquetFileReader file = open(files.get(0))) {
      MessageType all = file.getFileMetaData().getSchema();
      List<Type> fields =
          all.getFields().stream().filter(field -> wanted.contains(field.getName())).toList();
      ParquetTable narrow = new ParquetTable(files, configuration);
      narrow.configuration.set(
          ReadSupport.PARQUET_READ_SCHEMA, new MessageType(all.getName(), fields).toString());
      return narrow;
    }
  }

  /** The number of rows, from the footers of the files. */
  @Override
  public long rowCount() throws IOException {
    long rows = 0;
    for (Path path : files) {
      try (ParquetFileReader file = open(path)) {
        rows += file.getRecordCount();
      }
    }
    return rows;
  }

  @Override
  public void read(Predicate<TableRow> wantsMore) throws IOException {
    for (Path path : files) {
      try (ParquetReader<Group> rows = groups(path)) {
        for (Group row = next(rows, path); row != null; row = next(rows, path)) {
          if (!wantsMore.test(Groups.row(row))) {
            return;
          }
        }
      }
    }
  }

  private static Group next(ParquetReader<Group> rows, Path path) throws IOException {
    try {
      return rows.read();
    } catch (IOException | RuntimeException e) {
      throw damaged(path, e);
    }
  }

  /** Parquet's own complaints do not say of which file, nor what to do. */
  private static IOException damaged(Path path, Exception cause) {
    String file = path.getParent().getName() + "/" + path.getName();
    return new IOException(
        cause instanceof FileSystemException refused
            ? file + ": cannot be read: " + refused.getReason()
            : file
                + ": is damaged: "
                + Reason.of(cause)
                + "; put the file back, or begin anew with --overwrite");
  }

  private ParquetReader<Group> groups(Path path) throws IOException {
    return ParquetReader.builder(new GroupReadSupport(), path).withConf(configuration).build();
  }

  private ParquetFileReader open(Path path) throws IOException {
    try {
      return ParquetFileReader.open(HadoopInputFile.fromPath(path, configuration));
    } catch (IOException | RuntimeException e) {
      throw damaged(path, e);
    }
  }
}
