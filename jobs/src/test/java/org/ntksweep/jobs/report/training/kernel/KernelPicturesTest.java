package org.ntksweep.jobs.report.training.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.ntksweep.jobs.tables.ListTable;
import org.ntksweep.jobs.tables.TableRow;

/** What the pictures of kernels show. */
final class KernelPicturesTest {
  private static final List<Double> LABELS = List.of(1.0, 0.0, 1.0, 0.0);

  /** A kernel of blocks: 3 on the diagonal, and for two examples of a class or of two. */
  private static TableRow row(String point, long sample, long step, double same, double other) {
    List<Double> kernel = new ArrayList<>();
    for (int i = 0; i < LABELS.size(); i++) {
      for (int j = i; j < LABELS.size(); j++) {
        kernel.add(i == j ? 3 : LABELS.get(i).equals(LABELS.get(j)) ? same : other);
      }
    }
    return new TableRow(
        Map.of(
            "point_id",
            point,
            "sample",
            sample,
            "step",
            step,
            "time",
            0.1 * step,
            "examples",
            4,
            "labels",
            LABELS,
            "kernel",
            kernel));
  }

  private static KernelPictures pictures(TableRow... rows) throws IOException {
    return KernelPictures.of(new ListTable(List.of(), List.of(rows)));
  }

  private static BufferedImage image(KernelPictures pictures, TableRow row) throws IOException {
    String address = pictures.picture(row).orElseThrow();
    assertThat(address).startsWith("data:image/png;base64,");
    byte[] png = Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1));
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  /** The colour in the middle of an entry. */
  private static String colour(BufferedImage image, int i, int j) {
    int entry = image.getWidth() / LABELS.size();
    int rgb = image.getRGB(j * entry + entry / 2, i * entry + entry / 2);
    return "#" + Integer.toHexString(rgb).substring(2);
  }

  private static String colour(KernelPictures pictures, int i) {
    return pictures.scale().get("range").get(i).asText();
  }

  @Test
  void examplesAreInTheOrderOfTheirClasses() throws IOException {
    TableRow row = row("a", 0, 0, 3, 0.7);
    KernelPictures pictures = pictures(row);
    BufferedImage image = image(pictures, row);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        // 0.7 of a diagonal of 3 is in the fourth of 15 colours from 0 to 1.
        assertThat(colour(image, i, j)).isEqualTo(colour(pictures, i / 2 == j / 2 ? 14 : 3));
      }
    }
    int border = image.getWidth() / 2;
    assertThat(image.getRGB(border, 3) & 0xffffff).isEqualTo(0xffffff);
    assertThat(image.getRGB(3, border) & 0xffffff).isEqualTo(0xffffff);
  }

  @Test
  void oneScaleIsThatOfAllPictures() throws IOException {
    assertThat(pictures(row("a", 0, 0, 1, 0)).scale().get("domain").toString())
        .isEqualTo("[0.0,1]");
    TableRow positive = row("a", 0, 0, 1, 0);
    KernelPictures pictures = pictures(positive, row("b", 0, 0, 1, -1));
    assertThat(pictures.scale().get("domain").toString()).isEqualTo("[-1.0,1]");
    // 0 is in the middle.
    assertThat(colour(image(pictures, positive), 0, 2)).isEqualTo(colour(pictures, 7));
  }

  @Test
  void theFirstNetworkIsShownAtSomeStepsWithTheFirstAndTheLast() throws IOException {
    TableRow[] rows =
        LongStream.range(0, 18)
            .mapToObj(i -> row("a", 1 - i % 2, 10 * (i / 2), 1, 0))
            .toArray(TableRow[]::new);
    KernelPictures pictures = pictures(rows);
    assertThat(LongStream.range(0, 9).filter(i -> isShown(pictures, 10 * i)))
        .containsExactly(0L, 2L, 4L, 6L, 8L);
  }

  private static boolean isShown(KernelPictures pictures, long step) {
    return pictures.picture(row("a", 0, step, 1, 0)).isPresent();
  }

  @Test
  void largeKernelsKeepTheSharesOfTheirClasses() {
    List<Double> labels = new ArrayList<>();
    List<Double> kernel = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      labels.add(i % 4 == 0 ? 1.0 : 0.0);
      for (int j = i; j < 200; j++) {
        kernel.add(1.0);
      }
    }
    Tile tile = Tile.of(new TableRow(Map.of("labels", labels, "kernel", kernel)), 40);
    assertThat(tile.size()).isEqualTo(40);
    assertThat(tile.labels()).filteredOn(label -> label == 1).hasSize(10);
    assertThat(tile.entries()).containsOnly(1.0);
  }

  @Test
  void aRunWithoutKernelsHasNone() {
    assertThat(KernelPictures.none().picture(row("a", 0, 0, 1, 0))).isEmpty();
  }
}
