package org.ntksweep.jobs.config.training;

import java.util.List;

/** Where examples come from. */
enum SourceKind {
  /** A file or folder. */
  FILE,
  /** The inputs at the cosines of a sweep. */
  PAIRS,
  /** Gaussian blobs. */
  BLOBS;

  static SourceKind of(String source) {
    return switch (source) {
      case "pairs" -> PAIRS;
      case "blobs" -> BLOBS;
      default -> FILE;
    };
  }

  /** The keys that not every source has. */
  List<OwnKey> own() {
    OwnKey inputs = new OwnKey(DataKeys.INPUTS, "unit_norm");
    OwnKey test = new OwnKey(DataKeys.TEST, "0");
    return switch (this) {
      case FILE ->
          List.of(
              new OwnKey(DataKeys.EXAMPLES, "all"),
              new OwnKey(DataKeys.CLASSES, "all"),
              new OwnKey(DataKeys.BALANCED, "false"),
              inputs,
              test,
              new OwnKey(DataKeys.DIGEST, ""));
      case PAIRS -> List.of(test);
      case BLOBS ->
          List.of(
              new OwnKey(DataKeys.EXAMPLES, ""),
              new OwnKey(DataKeys.CLASSES, ""),
              inputs,
              test,
              new OwnKey(DataKeys.SPREAD, "0.5"));
    };
  }
}
