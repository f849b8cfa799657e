package org.ntksweep.jobs.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ntksweep.jobs.config.SweepFile;
import org.ntksweep.jobs.tables.point.SweepPoint;

final class PointsTest {
  private static final String GRID =
      """
      grid:
        activation: [relu, tanh]
        sigma_w2: {from: 0.5, to: 2.5, count: 100}
        sigma_b2: {from: 0, to: 1, count: 50}
        width: 20
        depth: 2000
        input_dim: 5
      cosines: [0.5, -0.25]
      samples: 4
      """;

  private final Points points = Points.of(SweepFile.parse(GRID, "grid", List.of()).sweep());

  @Test
  void aPointIsFoundByItsIdentity() {
    assertThat(points.count()).isEqualTo(10_000);
    assertThat(points.all())
        .allSatisfy(p -> assertThat(points.positionOf(p.key())).isEqualTo(p.position()));
    assertThat(points.positionOf("0123456789abcdef")).isEqualTo(-1);
  }

  @Test
  void anEntryIsFoundByItsCosine() {
    assertThat(points.cosines()).containsExactly(1, 0.5, -0.25);
    assertThat(points.entryAt(-0.25)).isEqualTo(2);
    assertThatThrownBy(() -> points.entryAt(0.3)).hasMessageContaining("samples at cosine 0.3");
  }

  @Test
  void theyTravelInFewBytesHoweverManyThereAreAndHoweverDeep() throws Exception {
    byte[] bytes = serialized(points);
    // The widths of the one architecture, and little else.
    assertThat(bytes).hasSizeLessThan(4 * 2001 + 12_000);
    Points read = (Points) new ObjectInputStream(new ByteArrayInputStream(bytes)).readObject();
    assertThat(read.all()).isEqualTo(points.all());
    assertThat(read.sweep()).isEqualTo(points.sweep());
    assertThat(read.all()).extracting(SweepPoint::position).isSorted();
  }

  private static byte[] serialized(Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    return bytes.toByteArray();
  }
}
