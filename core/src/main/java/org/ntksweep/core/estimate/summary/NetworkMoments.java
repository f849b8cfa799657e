package org.ntksweep.core.estimate.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.stream.Stream;
import org.ntksweep.core.estimate.MeanWeight;

/** The sums over samples of networks: of all their kernel entries and, if they differ, weights. */
final class NetworkMoments {
  private final boolean weighted;
  private final EntryMoments[] entries;
  private final PowerSums weights = PowerSums.empty(false);

  NetworkMoments(SummaryKind kind) {
    weighted = kind.weighted();
    entries =
        Stream.generate(() -> EntryMoments.empty(weighted))
            .limit(kind.entries())
            .toArray(EntryMoments[]::new);
  }

  EntryMoments entry(int i) {
    return entries[i];
  }

  /** Adds a sample whose weight is {@code mantissa 2^exponent}. */
  void add(WeighedEntry[] sample, double mantissa, int exponent) {
    for (int i = 0; i < entries.length; i++) {
      entries[i].add(sample[i]);
    }
    WeighedEntry diagonal = sample[0];
    for (int i = 1; i < entries.length; i++) {
      entries[i]
          .products()
          .addProduct(
              sample[i].mantissa, diagonal.mantissa, sample[i].exponent + diagonal.exponent);
    }
    if (weighted) {
      weights.add(mantissa, exponent);
    }
  }

  void add(NetworkMoments that) {
    for (int i = 0; i < entries.length; i++) {
      entries[i].add(that.entries[i]);
    }
    weights.add(that.weights);
  }

  void clear() {
    for (EntryMoments entry : entries) {
      entry.clear();
    }
    weights.clear();
  }

  /** The mean weight of n samples. */
  MeanWeight weight(long n) {
    return weighted
        ? new MeanWeight(weights.mean(n).value(), weights.meanError(n).value())
        : MeanWeight.OF_PLAIN;
  }

  void write(DataOutput out) throws IOException {
    for (EntryMoments entry : entries) {
      entry.write(out);
    }
    if (weighted) {
      weights.write(out);
    }
  }

  /** Reads into this one, which is empty. */
  void read(DataInput in) throws IOException {
    for (EntryMoments entry : entries) {
      entry.add(EntryMoments.read(weighted, in));
    }
    if (weighted) {
      weights.add(PowerSums.read(false, in));
    }
  }
}
