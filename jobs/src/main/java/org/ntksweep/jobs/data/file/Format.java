package org.ntksweep.jobs.data.file;

import java.util.List;
import java.util.Optional;

/** The formats of examples. */
enum Format {
  /** Arrays as MNIST was published. */
  IDX {
    @Override
    boolean begins(byte[] head) {
      return head.length > 1 && (isGzip(head) || (head[0] == 0 && head[1] == 0));
    }

    @Override
    LabelledFiles of(Place file) {
      return IdxFiles.of(file);
    }

    @Override
    Optional<LabelledFiles> in(List<Place> folder) {
      return folder.stream()
          .filter(file -> IdxFiles.isTraining(file.name()))
          .findFirst()
          .map(this::of);
    }
  };

  /** How many bytes of a file say what it is. */
  static final int HEAD = 8;

  /** Whether a file begins as those of this format do. */
  abstract boolean begins(byte[] head);

  /** The examples of a file and of those beside it. */
  abstract LabelledFiles of(Place file);

  /** The examples of a folder that has files of this format. */
  abstract Optional<LabelledFiles> in(List<Place> folder);

  private static boolean isGzip(byte[] head) {
    return (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
  }
}
