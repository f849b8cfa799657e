package org.ntksweep.jobs.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PNGs put together byte by byte, by zlib of Python and the standard. */
final class PixelsTest {
  /** Three by two, grey: 95 130 194, 217 207 235. */
  static final String GREY =
      "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAAAAAC4HznGAAAAEElEQVR4nGOIbzrEcPP8awAOiwQ3kxJOhwAAAABJ"
          + "RU5ErkJggg==";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        GREY + "|95 130 194 217 207 235",
        // 16 bits a pixel: 65535, 13107
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABEAAAAACB2fwVAAAADUlEQVR4nGP4/9/YGAAHlwJlisbWbAAAAABJRU5E"
            + "rkJggg==|255 51",
        // red, green and blue
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP4z2CcNvMMAAn9Av7PcYrjAAAAAElF"
            + "TkSuQmCC|255 0 51 102 153 204",
        // with transparency
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z2CcBgAEzQGZzgEJSAAAAABJRU5E"
            + "rkJggg==|255 0 51",
        // a palette of greys
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAMAAADD/I+4AAAABlBMVEUAAAAzMzPI8eYgAAAAC0lEQVR4nGNgZAAA"
            + "AAUAAtFmM3gAAAAASUVORK5CYII=|51 0",
        // a bit a pixel
        "iVBORw0KGgoAAAANSUhEUgAAAAgAAAABAQAAAADLe9LuAAAACklEQVR4nGPYAAAAsgCxVQroKgAAAABJRU5ErkJg"
            + "gg==|255 0 255 255 0 0 0 0"
      })
  void levelsOver255(String file, String levels) {
    double[] expected =
        Stream.of(levels.split(" "))
            .mapToDouble(level -> Integer.parseInt(level) / 255.0)
            .toArray();

    assertThat(Pixels.of(Base64.getDecoder().decode(file)))
        .containsExactly(expected, within(1e-15));
  }

  /** As few bytes as that of six pixels has. */
  @Test
  void imagesThatSayTheyAreHugeAreRefused() {
    byte[] huge = Base64.getDecoder().decode(GREY);
    ByteBuffer.wrap(huge).putInt(16, 60_000).putInt(20, 60_000);
    CRC32 checksum = new CRC32();
    checksum.update(huge, 12, 17);
    ByteBuffer.wrap(huge).putInt(29, (int) checksum.getValue());

    assertThatThrownBy(() -> Pixels.of(huge)).hasMessageContaining("60000 x 60000 pixels");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 8, 30, 45, 50})
  void whatIsCutIsRefused(int length) {
    byte[] cut = Arrays.copyOf(Base64.getDecoder().decode(GREY), length);

    assertThatThrownBy(() -> Pixels.of(cut)).hasMessageStartingWith("an image is ");
    assertThat(DoubleStream.of(Pixels.of(Base64.getDecoder().decode(GREY)))).hasSize(6);
  }
}
