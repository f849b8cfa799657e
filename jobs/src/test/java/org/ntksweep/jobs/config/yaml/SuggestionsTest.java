package org.ntksweep.jobs.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
  @ParameterizedTest
  @CsvSource({
    "depth, depth, 0",
    "depth, Depth, 0",
    "depht, depth, 1",
    "dpth, depth, 1",
    "depths, depth, 1",
    "dxpth, depth, 1",
    "'', depth, 5",
    "ab, ba, 1",
    "width, depth, 3",
    "sigma_w, sigma_b2, 2",
  })
  void distances(String from, String to, int distance) {
    assertThat(Suggestions.distance(from, to)).isEqualTo(distance);
    assertThat(Suggestions.distance(to, from)).isEqualTo(distance);
  }

  @Test
  void theClosestOfThoseCloseEnough() {
    assertThat(Suggestions.closest("sigma_w", List.of("sigma_b2", "sigma_w2")))
        .contains("sigma_w2");
    assertThat(Suggestions.closest("lr", List.of("alpha0", "depth"))).isEmpty();
  }
}
