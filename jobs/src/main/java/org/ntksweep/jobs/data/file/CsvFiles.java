package org.ntksweep.jobs.data.file;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ntksweep.core.data.DataException;
import org.ntksweep.core.data.LabelledData;
import org.ntksweep.jobs.data.HeapShare;

/**
 * Examples in text: a header, then a line each. The column {@code label} has the label, all others
 * the input, in their order.
 *
 * @param training those to train on; {@code test.csv} beside {@code train.csv} has those to test on
 */
record CsvFiles(Place training) implements LabelledFiles {
  /** What a file of examples to train on is called. */
  static final String TRAINING = "train\\.csv(\\.gz)?";

  private static final String LABEL = "label";
  private static final Pattern JAVA_NUMBER = Pattern.compile("[xX]|[dDfF]\\s*$");
  private static final int MOST_COLUMNS = 1_000_000;

  @Override
  public LabelledData train() throws IOException {
    return read(training);
  }

  @Override
  public Optional<LabelledData> test() throws IOException {
    Place test = training.beside(training.name().replaceFirst("^train", "test"));
    return training.name().matches(TRAINING) && test.exists()
        ? Optional.of(read(test))
        : Optional.empty();
  }

  private static LabelledData read(Place file) throws IOException {
    CsvParser parser = new CsvParser(settings());
    try (InputStream in = file.inflated()) {
      parser.beginParsing(in, StandardCharsets.UTF_8);
      return new MemoryData(rows(parser, file.heap()));
    } catch (TextParsingException e) {
      throw new DataException("is not CSV: line " + (e.getLineIndex() + 1) + " cannot be read");
    }
  }

  private static CsvParserSettings settings() {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setMaxColumns(MOST_COLUMNS);
    settings.setReadInputOnSeparateThread(false); // it would outlive the stream
    settings.setLineSeparatorDetectionEnabled(true);
    return settings;
  }

  private static List<MemoryData.Row> rows(CsvParser parser, HeapShare heap) {
    String[] header = parser.parseNext();
    int label = label(header == null ? List.of() : List.of(nonNull(header)));
    List<MemoryData.Row> rows = new ArrayList<>();
    for (String[] cells = parser.parseNext(); cells != null; cells = parser.parseNext()) {
      heap.take((long) Double.BYTES * cells.length + HeapShare.OF_EXAMPLE);
      rows.add(row(header, cells, label, parser.getContext().currentLine()));
    }
    return rows;
  }

  private static int label(List<String> names) {
    int label = names.indexOf(LABEL);
    if (label < 0) {
      throw new DataException("is no CSV with a column label in its first line");
    }
    if (names.lastIndexOf(LABEL) > label) {
      throw new DataException("has several columns label in its first line");
    }
    return label;
  }

  private static String[] nonNull(String[] header) {
    String[] names = header.clone();
    for (int c = 0; c < names.length; c++) {
      names[c] = names[c] == null ? "" : names[c];
    }
    return names;
  }

  private static MemoryData.Row row(String[] header, String[] cells, int label, long line) {
    if (cells.length != header.length) {
      throw new DataException(
          "line " + line + ": has " + cells.length + " values, the first line " + header.length);
    }
    double[] input = new double[cells.length - 1];
    double is = Double.NaN;
    for (int c = 0; c < cells.length; c++) {
      double number = number(cells[c], header[c], line);
      if (c == label) {
        is = number;
      } else {
        input[c < label ? c : c - 1] = number;
      }
    }
    return MemoryData.Row.of(is, input);
  }

  private static double number(String cell, String column, long line) {
    try {
      return Double.parseDouble(cell == null || isOfJava(cell) ? "" : cell);
    } catch (NumberFormatException e) {
      throw new DataException("line " + line + ": " + column + " is no number");
    }
  }

  /** Whether it would be a number in a program alone, as 1d and 0x1p3 are. */
  private static boolean isOfJava(String cell) {
    return JAVA_NUMBER.matcher(cell).find();
  }
}
