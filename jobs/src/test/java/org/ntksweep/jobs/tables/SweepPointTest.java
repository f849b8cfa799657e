package org.ntksweep.jobs.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Trainable;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.sampling.SamplerKind;
import org.ntksweep.core.sampling.VarianceReduction;
import org.ntksweep.jobs.tables.point.PointColumns;
import org.ntksweep.jobs.tables.point.SweepPoint;

final class SweepPointTest {

  @Test
  void aRowHasTheLaw() {
    Network law = law(Widths.of(7, 20, 20, 20, 1)).withInputNorm2(7).with(Trainable.WEIGHTS);
    TableRow row = row(law);
    assertThat(row.text(PointColumns.POINT_ID)).isEqualTo(law.id().toString());
    assertThat(row.text(LawColumns.ACTIVATION)).isEqualTo("relu");
    assertThat(row.number(LawColumns.SIGMA_W2)).isEqualTo(1.5);
    assertThat(row.number(LawColumns.SIGMA_B2)).isEqualTo(0.25);
    assertThat(row.value(LawColumns.DEPTH)).contains(4);
    assertThat(row.value(LawColumns.WIDTH)).contains(20);
    assertThat(row.value(LawColumns.WIDTHS)).contains(List.of(7, 20, 20, 20, 1));
    assertThat(row.value(LawColumns.INPUT_DIM)).contains(7);
    assertThat(row.text(LawColumns.PARAMETRIZATION)).isEqualTo("ntk");
    assertThat(row.number(LawColumns.DEPTH_TO_WIDTH)).isEqualTo(0.2);
    assertThat(row.text(PointColumns.SAMPLER)).isEqualTo("norm_chain");
    assertThat(row.text(LawColumns.INITIALIZATION)).isEqualTo("gaussian");
    assertThat(row.number(LawColumns.INPUT_NORM2)).isEqualTo(7);
    assertThat(row.value(LawColumns.OUTPUTS)).contains(1);
    assertThat(row.text(LawColumns.TRAINABLE)).isEqualTo("weights");
  }

  @Test
  void withoutOneWidthThereIsNoRatioToIt() {
    for (Widths widths : new Widths[] {Widths.of(7, 20, 30, 1), Widths.of(7, 1)}) {
      TableRow row = row(law(widths));
      assertThat(row.value(LawColumns.WIDTH)).isEmpty();
      assertThat(row.number(LawColumns.DEPTH_TO_WIDTH)).isNaN();
    }
  }

  private static TableRow row(Network law) {
    return PointColumns.ALL.row(
        new SweepPoint(
            0, law.id(), law, SamplerKind.NORM_CHAIN, VarianceReduction.NONE, 1, Optional.empty()));
  }

  private static Network law(Widths widths) {
    return new Network(Activation.RELU, 1.5, 0.25, widths, Parametrization.NTK);
  }
}
