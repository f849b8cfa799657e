package org.ntksweep.jobs.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.data.DataException;
import org.ntksweep.core.data.ExampleChoice;
import org.ntksweep.core.data.Examples;
import org.ntksweep.core.data.InputScale;
import org.ntksweep.core.data.Targets;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.training.TrainingData;
import org.ntksweep.jobs.data.DataRequest;
import org.ntksweep.jobs.data.HeapShare;

final class DataFilesTest {
  /** The first example of the arrays and tables of these tests. */
  private static final double[] FIRST = {95, 130, 194, 217, 207, 235};

  private static final Path DIGITS = Path.of("..", "conf", "data", "mnist-1280");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "/train-images-idx3-ubyte.gz"})
  void digitsInIdx(String file) {
    TrainingData data = read(DIGITS + file, OptionalInt.of(20), 10);

    assertThat(data.train().count()).isEqualTo(20);
    assertThat(data.train().dimension()).isEqualTo(784);
    assertThat(data.train().outputs()).isEqualTo(10);
    assertThat(labels(data.train())).startsWith(5, 0, 4, 1, 9, 2, 1, 3, 1, 4);
    assertThat(labels(data.test().orElseThrow())).containsExactly(7, 2, 1, 0, 4, 1, 4, 9, 5, 9);
  }

  /** The same from a few lines of Python over the files: gzip, struct, hashlib. */
  @Test
  void theDigestOfTheDigitsStaysWhatItIs() {
    DataRequest request =
        new DataRequest(
            DIGITS.toString(),
            new ExampleChoice(Optional.empty(), OptionalInt.of(128), true),
            0,
            InputScale.UNIT_NORM,
            Targets.ONE_HOT);

    assertThat(new DataFiles(new Configuration()).read(request).digest())
        .contains("484b2afaf7441959be01921adbb402ebf2c995da0ae61c1d8e16ebd3f29472be");
  }

  @Test
  void arraysOfNumPy() throws IOException {
    TrainingData stored = read(resource("stored.npz"), OptionalInt.of(3), 2);
    assertThat(labels(stored.train())).containsExactly(0, 1, 0);
    assertThat(labels(stored.test().orElseThrow())).containsExactly(1, 2);
    assertThat(input(stored.train(), 0)).containsExactly(over255(FIRST));

    TrainingData keras = read(resource("keras.npz"), OptionalInt.empty(), 2);
    assertThat(labels(keras.train())).containsExactly(0, 1, 0, 1, 2);
    assertThat(input(keras.train(), 0)).containsExactly(FIRST);
    assertThat(input(keras.train(), 4)).containsExactly(29, 240, 66, 19, 182, 39);
    assertThat(labels(keras.test().orElseThrow())).containsExactly(0, 1);
    assertThat(input(keras.test().orElseThrow(), 1)).containsExactly(15, 163, 33, 215, 217, 130);
  }

  @Test
  void imagesInParquet() throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            "message m { optional group image { optional binary bytes; optional binary path"
                + " (STRING); } optional int64 label; }");
    Binary png = Binary.fromConstantByteArray(Base64.getDecoder().decode(PixelsTest.GREY));
    BiConsumer<Group, Integer> row =
        (group, i) -> {
          group.addGroup("image").append("bytes", png).append("path", i + ".png");
          group.append("label", (long) i);
        };
    Path mnist = Files.createDirectory(folder.resolve("mnist"));
    write(mnist.resolve("train-00000-of-00002.parquet"), schema, 3, row);
    write(mnist.resolve("train-00001-of-00002.parquet"), schema, 2, row);
    write(mnist.resolve("test-00000-of-00001.parquet"), schema, 3, row);

    TrainingData data = read(folder.toString(), OptionalInt.empty(), 3);

    assertThat(labels(data.train())).containsExactly(0, 1, 2, 0, 1);
    assertThat(input(data.train(), 4)).containsExactly(over255(FIRST));
    assertThat(labels(data.test().orElseThrow())).containsExactly(0, 1, 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "required int32 label; required group image (LIST) { repeated group list { required double"
            + " element; } }",
        "required group image (LIST) { repeated group list { optional double element; } } required"
            + " int32 label;",
      })
  void listsInParquet(String fields) throws IOException {
    MessageType schema = MessageTypeParser.parseMessageType("message m { " + fields + " }");
    Path file = folder.resolve("examples.parquet");
    write(
        file,
        schema,
        4,
        (group, i) -> {
          group.append("label", i % 2);
          Group list = group.addGroup("image");
          for (double number : FIRST) {
            list.addGroup("list").append("element", number + i);
          }
        });

    TrainingData data = read(file.toString(), OptionalInt.of(2), 1);

    assertThat(labels(data.train())).containsExactly(0, 1);
    assertThat(input(data.train(), 0)).containsExactly(FIRST);
    assertThat(input(data.test().orElseThrow(), 0))
        .containsExactly(Arrays.stream(FIRST).map(x -> x + 2).toArray());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void linesOfText(boolean compressed) throws IOException {
    String name = compressed ? ".csv.gz" : ".csv";
    write(folder.resolve("train" + name), "a,label,b\n1.5,2,-3e-1\n\n\"4\",0,.5\r\n", compressed);
    write(folder.resolve("test" + name), "a,label,b\n7,2,8\n", compressed);

    TrainingData data = read(folder.toString(), OptionalInt.empty(), 1);

    assertThat(labels(data.train())).containsExactly(2, 0);
    assertThat(input(data.train(), 0)).containsExactly(1.5, -0.3);
    assertThat(input(data.train(), 1)).containsExactly(4, 0.5);
    assertThat(input(data.test().orElseThrow(), 0)).containsExactly(7, 8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "x,y;1,2 => is no CSV with a column label",
        "label,x => has no examples",
        "label;1 => has inputs of no numbers",
        "label,x,label;1,2,3 => has several columns label",
        "label,x;1,two => line 2: x is no number",
        "label,x;1,2f => line 2: x is no number",
        "label,x;1,0x1p3 => line 2: x is no number",
        "label,x;1, => line 2: x is no number",
        "label,x;1,2;3 => line 3: has 1 values, the first line 2",
        "label,x;1,2,3 => line 2: has 3 values",
        "label,x;1,NaN => example 0: has a number that is not finite",
        "label,x;1,1e999 => example 0: has a number that is not finite",
        "label,x;1,1e200 => example 0: its squared norm is beyond a double",
        "label,x;0.5,1 => label 0.5 of example 0: must be a whole number of 32 bits",
        "label,x;1,1;2,2 => of the test examples 1: there are 0 of classes 1, 2",
      })
  void badText(String lines, String message) throws IOException {
    Path file = folder.resolve("bad.csv");
    write(file, lines.replace(';', '\n'), false);

    refused(file.toString(), message);
  }

  @Test
  void whatCannotBeReadIsSaidInALine() throws IOException {
    refused(folder + "/nowhere", "there is no such file or folder");
    refused(folder.toString(), "has no examples: neither train-images-idx3-ubyte");
    refused("\0", "is not a path");
    refused("s3a://me:hunter2@bucket/digits", "has a password in it");
    Path file = folder.resolve("file");
    Files.write(file, new byte[0]);
    refused(file.toString(), "is neither IDX, Parquet, npz nor CSV");
    Files.write(file, new byte[] {1, 2, 3});
    refused(file.toString(), "is neither IDX, Parquet, npz nor CSV");
    Files.write(file, new byte[] {0x1f, (byte) 0x8b, 8});
    refused(file.toString(), "is damaged or ends early");
    Files.writeString(file, "PAR1 and more");
    refused(file.toString(), "file: is damaged: ");
    Path images = folder.resolve("train-images-idx3-ubyte.gz");
    Files.copy(DIGITS.resolve("train-images-idx3-ubyte.gz"), images);
    refused(folder.toString(), "needs its labels, train-labels-idx1-ubyte.gz");
  }

  @Test
  void whatCannotBeInflatedIsClosed() throws IOException {
    Path file = Files.write(folder.resolve("a.gz"), new byte[] {0x1f, (byte) 0x8b, 8});
    assertThatThrownBy(Place.at(file.toString(), new Configuration())::inflated)
        .isInstanceOf(IOException.class);
    Path open = Path.of("/proc/self/fd");
    try (Stream<Path> all = Files.list(open)) {
      assertThat(all.map(fd -> fd.toAbsolutePath().toFile()).filter(File::exists))
          .extracting(File::getCanonicalFile)
          .doesNotContain(file.toRealPath().toFile());
    }
  }

  /** Files that are inflated may hold a thousand times what they weigh. */
  @Test
  void whatDoesNotFitInMemoryIsRefusedAsItIsRead() throws IOException {
    write(folder.resolve("train.csv.gz"), "label,x\n" + "1,2\n".repeat(10_000), true);
    Path table = folder.resolve("a.parquet");
    MessageType schema =
        MessageTypeParser.parseMessageType(
            "message m { required int32 label; required double x; }");
    write(table, schema, 10_000, (group, i) -> group.append("label", i % 2).append("x", 1.0));
    for (String location :
        List.of(
            DIGITS.toString(),
            resource("stored.npz"),
            folder.resolve("train.csv.gz").toString(),
            table.toString())) {
      Place place = Place.at(location, new Configuration());
      LabelledFiles files =
          LabelledFiles.at(new Place(place.path(), place.configuration(), HeapShare.of(30)));
      assertThatThrownBy(files::train)
          .as(location)
          .isInstanceOf(DataException.class)
          .hasMessageContaining("takes more memory");
    }
  }

  @Test
  void arraysAreReadOnce() throws IOException {
    String file = resource("keras.npz");
    long bytes = 0;
    try (ZipFile zip = new ZipFile(file)) {
      bytes = zip.stream().mapToLong(ZipEntry::getSize).sum();
    }
    Place place = Place.at(file, new Configuration());
    LabelledFiles files =
        LabelledFiles.at(new Place(place.path(), place.configuration(), HeapShare.of(bytes)));
    assertThat(files.train().count()).isPositive();
    assertThat(files.test()).isPresent();
  }

  /** What is neither a file of examples nor found to be none of them. */
  @Test
  void placesThatCannotBeReadAreSaidInALine() throws IOException {
    refused("file://host/x", "cannot be read: Wrong FS");
    Path file = folder.resolve("name.npz");
    Files.write(
        file,
        new byte[] {
          'P',
          'K',
          3,
          4,
          20,
          0,
          0,
          8,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          2,
          0,
          0,
          0,
          (byte) 0xff,
          (byte) 0xfe
        });
    refused(file.toString(), "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stored.npz", "keras.npz"})
  void anyCutOfArraysIsRefused(String name) throws IOException {
    byte[] whole = Files.readAllBytes(Path.of(resource(name)));
    int arrays = new String(whole, StandardCharsets.ISO_8859_1).indexOf("PK\001\002");
    Path file = folder.resolve("cut.npz");
    for (int length = 4; length < arrays; length += 7) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> read(file.toString(), OptionalInt.empty(), 1))
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith(file + ": ");
    }
  }

  private void refused(String location, String message) {
    assertThatThrownBy(() -> read(location, OptionalInt.empty(), 1))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(message)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  private static TrainingData read(String location, OptionalInt examples, int tests) {
    ExampleChoice choice = new ExampleChoice(Optional.empty(), examples, false);
    Network any = new Network(Activation.RELU, 1, 0, Widths.of(1, 1), Parametrization.STANDARD);
    return new DataFiles(new Configuration())
        .read(new DataRequest(location, choice, tests, InputScale.RAW, Targets.ONE_HOT))
        .at(any);
  }

  private String resource(String name) throws IOException {
    Path copy = folder.resolve(name);
    try (InputStream in = DataFilesTest.class.getResourceAsStream(name)) {
      Files.copy(in, copy);
    }
    return copy.toString();
  }

  private static void write(Path file, MessageType schema, int rows, BiConsumer<Group, Integer> row)
      throws IOException {
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file)).withType(schema).build()) {
      for (int i = 0; i < rows; i++) {
        Group group = new SimpleGroupFactory(schema).newGroup();
        row.accept(group, i);
        writer.write(group);
      }
    }
  }

  private static void write(Path file, String text, boolean compressed) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        OutputStream to = compressed ? new GZIPOutputStream(out) : out) {
      to.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static double[] labels(Examples examples) {
    double[] labels = new double[examples.count()];
    Arrays.setAll(labels, examples::label);
    return labels;
  }

  private static double[] input(Examples examples, int i) {
    double[] input = new double[examples.dimension()];
    Arrays.setAll(input, j -> examples.input(i, j));
    return input;
  }

  private static double[] over255(double[] levels) {
    return Arrays.stream(levels).map(level -> level / 255).toArray();
  }
}
