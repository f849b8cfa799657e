package org.ntksweep.jobs.run.wave;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.ntksweep.jobs.folder.commit.Commit;
import org.ntksweep.jobs.folder.commit.CommitLog;
import org.ntksweep.jobs.folder.commit.PointProgress;
import org.ntksweep.jobs.folder.files.FolderFiles;
import org.ntksweep.jobs.folder.seal.Digest;
import org.ntksweep.jobs.tables.RunTable;
import org.ntksweep.jobs.tables.parquet.ParquetTable;

/** The tables of a wave while they are made, in a folder that does not count yet. */
public final class Draft {
  private final FolderFiles folder;
  private final int number;
  private final String path;
  private final Map<String, Long> rows = new LinkedHashMap<>();
  private final List<Commit.Move> moves = new ArrayList<>();
  private final Map<String, Digest> digests = new HashMap<>();

  /**
   * An empty draft.
   *
   * @param number that of the commit it will be
   * @param path where it is made, relative to the run folder
   */
  Draft(FolderFiles folder, int number, String path) {
    this.folder = folder;
    this.number = number;
    this.path = path;
  }

  /**
   * Makes a table.
   *
   * @param table its name
   * @param place the folder its files will be put in, relative to the run folder
   * @param expected how many rows it must have
   * @throws IOException if it cannot be written or has another number of rows
   */
  public void write(String table, String place, Dataset<Row> data, long expected)
      throws IOException {
    long found = written(table, data);
    if (found != expected) {
      // A machine so busy that heartbeats are late can make Spark lose rows of tasks it repeats.
      found = written(table, data);
    }
    if (found != expected) {
      throw new IOException(table + ": " + found + " rows, expected " + expected);
    }
    rows.merge(place, found, Long::sum);
    List<String> files = files(table);
    List<Digest> made = Digests.of(folder, files, data.sparkSession());
    for (int i = 0; i < files.size(); i++) {
      String to = CommitLog.tableFile(place, number, i);
      moves.add(new Commit.Move(files.get(i), to));
      digests.put(to, made.get(i));
    }
  }

  /** Writes a table, and counts the rows of its files. */
  private long written(String table, Dataset<Row> data) throws IOException {
    String made = path + "/" + table;
    folder.delete(made);
    TableFiles.write(data, table, folder.location(made));
    return folder.table(made).rowCount();
  }

  /** The files of a table, as they are while it does not count, in order. */
  public List<String> files(String table) throws IOException {
    String made = path + "/" + table;
    return folder.list(made).stream()
        .filter(name -> name.endsWith(".parquet"))
        .sorted()
        .map(name -> made + "/" + name)
        .toList();
  }

  /** The estimates, to be read without Spark. */
  public ParquetTable estimates() throws IOException {
    return folder.table(path + "/" + RunTable.ESTIMATES.label());
  }

  /** The commit that makes it count. */
  public Commit commit(Map<String, PointProgress> progress, List<String> superseded) {
    return new Commit(number, Commit.grouped(progress), rows, moves, superseded, digests);
  }
}
