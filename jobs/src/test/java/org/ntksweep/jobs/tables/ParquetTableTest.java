package org.ntksweep.jobs.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ntksweep.jobs.tables.parquet.ParquetTable;

/** Tables whose files are not what was written. */
final class ParquetTableTest {
  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          "message table { required double ratio; required int32 depth; }");
  private static final int ROWS = 1000;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("000001-00000.parquet");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
            .withType(SCHEMA)
            .withDictionaryEncoding(false)
            .build()) {
      for (int row = 0; row < ROWS; row++) {
        Group group = new SimpleGroup(SCHEMA);
        group.add("ratio", 1 + row / 7.0);
        group.add("depth", row);
        writer.write(group);
      }
    }
  }

  @Test
  void whatWasWrittenIsRead() throws IOException {
    assertThat(read()).isEqualTo(ROWS);
  }

  @Test
  void someColumnsAreReadAlone() throws IOException {
    List<TableRow> rows = new ArrayList<>();
    table().only(List.of("depth", "width")).read(rows::add);
    assertThat(rows).hasSize(ROWS);
    assertThat(rows.get(7).values()).isEqualTo(Map.of("depth", 7));
  }

  @Test
  void aFlippedBitIsNoticed() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[4000] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(this::read)
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.getFileName().toString())
        .hasMessageContaining("damaged");
  }

  @Test
  void aFileThatIsCutOrIsNoneIsNoticed() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (byte[] bytes :
        new byte[][] {
          {}, Arrays.copyOf(whole, whole.length / 2), "not a table".getBytes(StandardCharsets.UTF_8)
        }) {
      Files.write(file, bytes);
      assertThatThrownBy(this::read)
          .isInstanceOf(IOException.class)
          .hasMessageContaining(file.getFileName().toString())
          .hasMessageContaining("damaged");
    }
  }

  private int read() throws IOException {
    Files.deleteIfExists(folder.resolve("." + file.getFileName() + ".crc"));
    int[] rows = {0};
    table()
        .read(
            row -> {
              rows[0]++;
              return true;
            });
    return rows[0];
  }

  private ParquetTable table() throws IOException {
    return ParquetTable.in(new org.apache.hadoop.fs.Path(folder.toUri()), new Configuration());
  }
}
