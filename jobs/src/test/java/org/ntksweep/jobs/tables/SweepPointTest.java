package org.ntksweep.jobs.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.sampling.SamplerKind;

final class SweepPointTest {

  @Test
  void aRowHasTheLawInTheOrderOfTheSchema() {
    Network law = law(Widths.of(7, 20, 20, 20, 1));
    Row row = new SweepPoint(law, SamplerKind.NORM_CHAIN).row();
    assertThat(row.size()).isEqualTo(Schemas.POINTS.size());
    assertThat(value(row, "point_id")).isEqualTo(law.id().toString());
    assertThat(value(row, "activation")).isEqualTo("relu");
    assertThat(value(row, "sigma_w2")).isEqualTo(1.5);
    assertThat(value(row, "sigma_b2")).isEqualTo(0.25);
    assertThat(value(row, "depth")).isEqualTo(4);
    assertThat(value(row, "width")).isEqualTo(20);
    assertThat(value(row, "widths")).isEqualTo(new Integer[] {7, 20, 20, 20, 1});
    assertThat(value(row, "input_dim")).isEqualTo(7);
    assertThat(value(row, "parametrization")).isEqualTo("ntk");
    assertThat(value(row, "depth_to_width")).isEqualTo(0.2);
    assertThat(value(row, "sampler")).isEqualTo("norm_chain");
    assertThat(value(row, "initialization")).isEqualTo("gaussian");
  }

  @Test
  void withoutOneWidthThereIsNoRatioToIt() {
    for (Widths widths : new Widths[] {Widths.of(7, 20, 30, 1), Widths.of(7, 1)}) {
      Row row = new SweepPoint(law(widths), SamplerKind.CONDITIONED).row();
      assertThat(value(row, "width")).isNull();
      assertThat(value(row, "depth_to_width")).isNull();
    }
  }

  private static Network law(Widths widths) {
    return new Network(Activation.RELU, 1.5, 0.25, widths, Parametrization.NTK);
  }

  private static Object value(Row row, String column) {
    return row.get(Schemas.POINTS.fieldIndex(column));
  }
}
