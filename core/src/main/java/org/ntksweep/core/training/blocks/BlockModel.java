package org.ntksweep.core.training.blocks;

import java.util.List;
import org.ntksweep.core.observe.collapse.NeuralCollapse;
import org.ntksweep.core.theory.blocks.BlockFlow;
import org.ntksweep.core.theory.blocks.BlockState;
import org.ntksweep.core.training.Quantity;
import org.ntksweep.core.training.TrainingRecord;

/**
 * The flow from where a network began. Its bits at a time depend on the times that are recorded up
 * to it, whether they were asked for or not: what is resumed goes on as if it had not been cut.
 */
final class BlockModel {
  private final BlockFlow flow;
  private final ModelTime clock;

  /** The times of the flow to stop at, rising. */
  private final List<Double> stops;

  private int passed;
  private double time;
  private BlockState state;

  BlockModel(BlockFlow flow, BlockState start, ModelTime clock) {
    this.flow = flow;
    this.clock = clock;
    stops = clock.stops();
    state = start;
  }

  /** Records what the network of a record would be. */
  void record(TrainingRecord record) {
    BlockState now = at(clock.of(record.time()));
    NeuralCollapse collapse = ModelFeatures.collapse(now);
    record.set(Quantity.BLOCKS_LOSS, clock.weight() * flow.loss(now));
    record.set(Quantity.BLOCKS_NC1, collapse.variability().ofCovariances());
    record.set(Quantity.BLOCKS_NC2, collapse.simplexError());
    record.set(Quantity.BLOCKS_NC3, collapse.dualityError());
    record.set(Quantity.BLOCKS_WITHIN_CLASS_NORM, now.within().norm());
  }

  private BlockState at(double asked) {
    while (passed < stops.size() && stops.get(passed) <= asked) {
      state = flow.after(stops.get(passed) - time, state);
      time = stops.get(passed++);
    }
    return asked > time ? flow.after(asked - time, state) : state;
  }
}
