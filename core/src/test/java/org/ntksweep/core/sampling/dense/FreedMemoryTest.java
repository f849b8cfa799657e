package org.ntksweep.core.sampling.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ntksweep.core.matrix.Resources;
import org.ntksweep.core.network.Activation;
import org.ntksweep.core.network.Inputs;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.network.Parametrization;
import org.ntksweep.core.network.Widths;
import org.ntksweep.core.observe.KernelMatrix;
import org.ntksweep.core.sampling.DenseOptions;

@DisplayName("A dense sampler frees its memory")
class FreedMemoryTest {
  private static final Network LAW =
      new Network(Activation.TANH, 2, 0.1, Widths.of(4, 9, 8, 7, 1), Parametrization.STANDARD);
  private static final Inputs INPUTS = Inputs.withCosines(0.5);

  /** Counts how often each resource is closed; some cannot be had, some cannot be freed. */
  private static final class Counted extends Resources {
    private final Map<AutoCloseable, Integer> closed = new HashMap<>();
    private final List<AutoCloseable> had = new ArrayList<>();
    private final int limit;
    private final int stuck;

    Counted(int limit, int stuck) {
      this.limit = limit;
      this.stuck = stuck;
    }

    @Override
    public <T extends AutoCloseable> T own(T resource) {
      int number = had.size();
      had.add(resource);
      closed.put(resource, 0);
      super.own(
          () -> {
            closed.merge(resource, 1, Integer::sum);
            resource.close();
            if (number == stuck) {
              throw new IllegalStateException("stuck");
            }
          });
      if (had.size() == limit) {
        throw new OutOfMemoryError("no more");
      }
      return resource;
    }
  }

  private static int draw(Counted resources) {
    try (DenseSampler sampler = new DenseSampler(LAW, INPUTS, DenseOptions.DEFAULT, resources)) {
      sampler.sample(1, 1, new KernelMatrix(2));
    }
    return resources.had.size();
  }

  @Test
  void whereverMakingItFails() {
    Counted all = new Counted(Integer.MAX_VALUE, -1);
    int most = draw(all);
    assertThat(most).isGreaterThan(15);
    assertThat(all.closed.values()).containsOnly(1);
    for (int limit = 1; limit <= most; limit++) {
      Counted resources = new Counted(limit, -1);
      assertThatThrownBy(() -> draw(resources))
          .isInstanceOf(OutOfMemoryError.class)
          .hasMessage("no more");
      assertThat(resources.closed.values()).hasSize(limit).containsOnly(1);
    }
  }

  @Test
  void whicheverCannotBeFreed() {
    int most = draw(new Counted(Integer.MAX_VALUE, -1));
    for (int stuck = 0; stuck < most; stuck++) {
      Counted resources = new Counted(Integer.MAX_VALUE, stuck);
      assertThatThrownBy(() -> draw(resources)).isInstanceOf(IllegalStateException.class);
      assertThat(resources.closed.values()).hasSize(most).containsOnly(1);
    }
  }
}
