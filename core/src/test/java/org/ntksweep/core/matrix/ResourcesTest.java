package org.ntksweep.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Resources")
class ResourcesTest {
  private final List<Integer> freed = new ArrayList<>();

  private AutoCloseable resource(int number, boolean fails) {
    return () -> {
      freed.add(number);
      if (fails) {
        throw new IOException("resource " + number);
      }
    };
  }

  private Resources of(int count, int... failing) {
    Resources resources = new Resources();
    for (int i = 1; i <= count; i++) {
      int number = i;
      resources.own(resource(i, Arrays.stream(failing).anyMatch(f -> f == number)));
    }
    return resources;
  }

  @Test
  void areAllFreedOnceWhateverFails() {
    Resources resources = of(5, 2, 4);
    assertThatThrownBy(resources::close)
        .isInstanceOf(IllegalStateException.class)
        .cause()
        .hasMessage("resource 4");
    assertThat(freed).containsExactly(5, 4, 3, 2, 1);
    assertThatCode(resources::close).doesNotThrowAnyException();
    assertThat(freed).hasSize(5);
  }

  @Test
  void doNotHideTheFailureThatEndsThem() {
    IllegalArgumentException failure = new IllegalArgumentException("why");
    of(3, 1, 3).closeAfter(failure);
    assertThat(freed).containsExactly(3, 2, 1);
    assertThat(failure).hasMessage("why");
    assertThat(failure.getSuppressed()).hasSize(1);
    assertThat(failure.getSuppressed()[0].getSuppressed()).hasSize(1);
  }
}
