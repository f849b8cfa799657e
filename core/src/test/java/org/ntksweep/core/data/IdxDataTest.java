package org.ntksweep.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** IDX as its authors describe it, byte by byte. */
final class IdxDataTest {
  private static final byte[] IMAGES =
      idx(0x08, new int[] {2, 2, 3}, 0, 51, 255, 1, 2, 3, 4, 5, 6, 7, 8, 102);
  private static final byte[] LABELS = idx(0x08, new int[] {2}, 7, 250);

  @Test
  void bytesBecomeNumbersFromZeroToOne() throws IOException {
    IdxData data = read(IMAGES, LABELS);
    assertThat(data.count()).isEqualTo(2);
    assertThat(data.dimension()).isEqualTo(6);
    assertThat(input(data, 0)).containsExactly(0, 0.2, 1, 1 / 255.0, 2 / 255.0, 3 / 255.0);
    assertThat(input(data, 1)[5]).isEqualTo(0.4);
    assertThat(data.label(0)).isEqualTo(7);
    assertThat(data.label(1)).isEqualTo(250);
  }

  @Test
  void compressedOrNot() throws IOException {
    IdxData data = read(compressed(IMAGES), compressed(LABELS));
    assertThat(input(data, 0)).isEqualTo(input(read(IMAGES, LABELS), 0));
  }

  @Test
  void otherTypesStayAsTheyAre() throws IOException {
    double[] numbers = {-1.5, 3e300};
    ByteBuffer doubles = ByteBuffer.allocate(16).putDouble(numbers[0]).putDouble(numbers[1]);
    byte[] labels = join(head(0x0b, 2), ByteBuffer.allocate(4).putShort((short) -300).array());
    IdxData data = read(join(head(0x0e, 2, 1), doubles.array()), labels);
    assertThat(input(data, 0)[0]).isEqualTo(numbers[0]);
    assertThat(input(data, 1)[0]).isEqualTo(numbers[1]);
    assertThat(data.label(0)).isEqualTo(-300);
    byte[] floats = ByteBuffer.allocate(8).putFloat(0.1f).putFloat(2).array();
    assertThat(input(read(join(head(0x0d, 2), floats), LABELS), 0)[0]).isEqualTo(0.1f);
    byte[] ints = ByteBuffer.allocate(8).putInt(-70_000).putInt(2).array();
    assertThat(input(read(join(head(0x0c, 2), ints), LABELS), 0)[0]).isEqualTo(-70_000);
    assertThat(input(read(idx(0x09, new int[] {2}, -3, 4), LABELS), 0)[0]).isEqualTo(-3);
  }

  /** What is cut off or written over, and what the message says. */
  @ParameterizedTest
  @CsvSource({
    "0, 1, two zero bytes",
    "2, 7, type 7",
    "3, 0, 0 dimensions",
    "3, 200, 200 dimensions",
    "4, 128, dimension of -2147483646",
    "4, 127, below 2 GiB",
    "7, 3, ends after 12 of 18 bytes",
    "7, 1, goes on after its 6 bytes",
    "7, 0, dimension of 0"
  })
  void whatIsDamagedIsRefused(int at, int value, String message) {
    byte[] damaged = IMAGES.clone();
    damaged[at] = (byte) value;
    assertThatThrownBy(() -> read(damaged, LABELS))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(message);
  }

  @Test
  void anyCutIsRefused() throws IOException {
    byte[] packed = compressed(IMAGES);
    for (byte[] whole : new byte[][] {IMAGES, packed}) {
      for (int length = 0; length < whole.length; length++) {
        byte[] cut = Arrays.copyOf(whole, length);
        assertThatThrownBy(() -> read(cut, LABELS)).isInstanceOf(DataException.class);
      }
    }
  }

  @Test
  void filesThatDoNotBelongTogetherAreRefused() {
    assertThatThrownBy(() -> read(IMAGES, idx(0x08, new int[] {3}, 1, 2, 3)))
        .hasMessage("2 inputs, but 3 labels");
    assertThatThrownBy(() -> read(LABELS, IMAGES)).hasMessageContaining("6 numbers each");
  }

  /** Streams are their owner's to close, of files that are good and of others. */
  @Test
  void streamsStayOpen() throws IOException {
    boolean[] closed = new boolean[1];
    for (byte[] inputs : new byte[][] {IMAGES, compressed(IMAGES), Arrays.copyOf(IMAGES, 9)}) {
      InputStream stream =
          new ByteArrayInputStream(inputs) {
            @Override
            public void close() {
              closed[0] = true;
            }
          };
      assertThatThrownBy(() -> IdxData.read(stream, stream)).isInstanceOf(Exception.class);
      assertThat(closed[0]).isFalse();
    }
  }

  @Test
  void theDigitsThatAreShipped() throws IOException {
    Path folder = Path.of("../conf/data/mnist-1280");
    try (InputStream images = Files.newInputStream(folder.resolve("train-images-idx3-ubyte.gz"));
        InputStream labels = Files.newInputStream(folder.resolve("train-labels-idx1-ubyte.gz"))) {
      IdxData data = IdxData.read(images, labels);
      assertThat(data.count()).isEqualTo(1280);
      assertThat(data.dimension()).isEqualTo(784);
      assertThat(data.label(0)).isEqualTo(5);
      // The sum of the first digit's pixels, as other readers of MNIST have it.
      assertThat(Arrays.stream(input(data, 0)).map(x -> x * 255).sum()).isEqualTo(27_525);
    }
  }

  private static IdxData read(byte[] images, byte[] labels) throws IOException {
    return IdxData.read(new ByteArrayInputStream(images), new ByteArrayInputStream(labels));
  }

  private static double[] input(LabelledData data, int i) {
    double[] out = new double[data.dimension()];
    data.input(i, out);
    return out;
  }

  private static byte[] idx(int type, int[] shape, int... bytes) {
    byte[] numbers = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      numbers[i] = (byte) bytes[i];
    }
    return join(head(type, shape), numbers);
  }

  private static byte[] head(int type, int... shape) {
    ByteBuffer head = ByteBuffer.allocate(4 + 4 * shape.length);
    head.putShort((short) 0).put((byte) type).put((byte) shape.length);
    for (int n : shape) {
      head.putInt(n);
    }
    return head.array();
  }

  private static byte[] join(byte[] head, byte[] rest) {
    byte[] all = Arrays.copyOf(head, head.length + rest.length);
    System.arraycopy(rest, 0, all, head.length, rest.length);
    return all;
  }

  private static byte[] compressed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DataOutputStream gzip = new DataOutputStream(new GZIPOutputStream(out))) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
