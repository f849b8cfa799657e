package org.ntksweep.jobs.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.sampling.SamplerKind;
import org.ntksweep.jobs.config.Sweep;

class SweepPlanTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void everySampleIsDrawnOnceAndInOrder(long seed) {
    Sweep sweep = randomSweep(new Random(seed));

    Map<Network, Long> next = new LinkedHashMap<>();
    for (Task task : SweepPlan.of(sweep, 3).tasks()) {
      for (Segment segment : task.segments()) {
        assertThat(segment.from()).isEqualTo(next.getOrDefault(segment.point().law(), 0L));
        next.put(segment.point().law(), segment.to());
      }
    }

    assertThat(next.keySet()).containsExactlyElementsOf(sweep.points());
    assertThat(next.values()).allMatch(to -> to == sweep.sampling().samples());
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void tasksDifferByLittleMoreThanASampleAndASetup(long seed) {
    SweepPlan plan = SweepPlan.of(randomSweep(new Random(seed)), 2);

    double mean = plan.nanos() / plan.tasks().size();
    double slack =
        plan.tasks().stream()
            .flatMap(task -> task.segments().stream())
            .mapToDouble(
                segment -> segment.point().nanosPerSample() + 2 * segment.point().setupNanos())
            .max()
            .orElseThrow();
    assertThat(plan.tasks())
        .allSatisfy(task -> assertThat(task.nanos()).isCloseTo(mean, within(2 * slack)));
  }

  @Test
  void oneCostlyPointIsSpreadOverEveryCore() {
    SweepPlan plan =
        SweepPlan.of(Sweeps.of(List.of(Sweeps.relu(500, 200)), 2_000_000, List.of()), 8);

    assertThat(plan.tasks()).hasSizeGreaterThanOrEqualTo(32);
    assertThat(plan.tasks().size() % 8).isZero();
    assertThat(plan.tasks()).allMatch(task -> task.segments().size() == 1);
    assertThat(plan.tasks()).allMatch(task -> task.nanos() < 4.1e9);
  }

  @Test
  void aSmallSweepIsOneTask() {
    List<Network> points = List.of(Sweeps.relu(10, 3), Sweeps.relu(20, 3));

    assertThat(SweepPlan.of(Sweeps.of(points, 100, List.of()), 16).tasks()).hasSize(1);
  }

  @Test
  void aHundredThousandPointsArePlannedIntoFewTasks() {
    List<Network> points =
        IntStream.range(0, 100_000).mapToObj(i -> Sweeps.relu(1 + i * 1e-5, 100, 500)).toList();
    Sweep sweep = Sweeps.of(points, 2, List.of(0.5));

    SweepPlan plan = SweepPlan.of(sweep, 8);

    assertThat(plan.tasks().size()).isBetween(32, 10_000);
    assertThat(plan.tasks().stream().mapToLong(Task::samples).sum()).isEqualTo(200_000);
  }

  @Test
  void aSampleLongerThanATaskIsATaskOfItsOwn() {
    Sweep sweep =
        Sweeps.of(List.of(Sweeps.relu(1000, 1000)), 5, List.of(0.5), Optional.of(0.000_001));

    assertThat(SweepPlan.of(sweep, 2).tasks()).hasSize(5).allMatch(task -> task.samples() == 1);
  }

  @Test
  void theSweepMaySayHowLongATaskIs() {
    Network point = Sweeps.relu(100, 100);
    Sweep sweep = Sweeps.of(List.of(point), 1_000_000, List.of(), Optional.of(0.05));

    SweepPlan plan = SweepPlan.of(sweep, 2);

    assertThat(plan.tasks())
        .allSatisfy(task -> assertThat(task.nanos()).isCloseTo(0.05e9, within(0.005e9)));
  }

  @Test
  void theCheapestSamplerIsTakenUnlessTheSweepNamesOne() {
    List<Network> points = List.of(Sweeps.relu(10, 3));

    assertThat(samplers(Sweeps.of(points, 2, List.of()))).containsOnly(SamplerKind.NORM_CHAIN);
    assertThat(samplers(Sweeps.of(points, 2, List.of(0.5)))).containsOnly(SamplerKind.CONDITIONED);
  }

  @Test
  void theSamePlanIsMadeTwice() {
    Sweep sweep = randomSweep(new Random(99));

    assertThat(SweepPlan.of(sweep, 4).tasks()).isEqualTo(SweepPlan.of(sweep, 4).tasks());
  }

  private static List<SamplerKind> samplers(Sweep sweep) {
    return SweepPlan.of(sweep, 1).tasks().stream()
        .flatMap(task -> task.segments().stream())
        .map(segment -> segment.point().sampler())
        .toList();
  }

  private static Sweep randomSweep(Random random) {
    List<Network> points = new ArrayList<>();
    int count = 1 + random.nextInt(200);
    for (int i = 0; i < count; i++) {
      double sigmaW2 = 1 + random.nextDouble();
      points.add(Sweeps.relu(sigmaW2, 2 + random.nextInt(300), 1 + random.nextInt(50)));
    }
    List<Double> cosines = random.nextBoolean() ? List.of() : List.of(0.5, -0.25);
    return Sweeps.of(points, 2 + random.nextInt(20_000), cosines);
  }
}
