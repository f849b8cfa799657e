package org.ntksweep.jobs.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ntksweep.jobs.tables.point.PointColumns;

/** The columns people and programs rely on: names and order may only ever be added to. */
final class ColumnsTest {
  private static final String POINTS =
      "point_id activation sigma_w2 sigma_b2 depth width widths input_dim parametrization"
          + " depth_to_width sampler";

  @Test
  void points() {
    assertThat(PointColumns.ALL.names())
        .containsExactly(
            (POINTS + " initialization input_norm2 outputs trainable variance_reduction")
                .split(" "));
  }

  @Test
  void samples() {
    assertThat(SampleColumns.ALL.stream().map(Column::name))
        .containsExactly(
            "point_id",
            "sample",
            "cosine",
            "theta",
            "theta_w",
            "theta_b",
            "log_abs_theta",
            "log_weight");
  }

  @Test
  void estimates() {
    String estimates =
        " cosine samples mean mean_se ratio ratio_se ratio_lo ratio_hi estimator tail_share"
            + " underpowered off_diagonal off_diagonal_se";
    String theory =
        " exact_mean exact_ratio infinite_width_mean chi_1 phase limit_ratio"
            + " published_limit_ratio published_ratio z_mean z_ratio";
    assertThat(EstimateColumns.ALL.names())
        .containsExactly(
            (POINTS
                    + estimates
                    + theory
                    + " log_abs_mean target_reached initialization input_norm2 outputs"
                    + " trainable variance_reduction off_diagonal_lo off_diagonal_hi"
                    + " first_step_change first_step_limit mean_lo mean_hi samples_effective"
                    + " mean_weight")
                .split(" "));
  }
}
