package org.ntksweep.jobs.data.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The formats of examples. */
enum Format {
  /** Arrays as MNIST was published. */
  IDX {
    @Override
    boolean begins(byte[] head) {
      return head.length > 1 && head[0] == 0 && head[1] == 0;
    }

    @Override
    LabelledFiles of(Place file) {
      return new IdxFiles(file);
    }

    @Override
    Optional<LabelledFiles> in(List<Place> folder) {
      return first(folder, IdxFiles.TRAINING).map(this::of);
    }
  },

  /** Tables as Hugging Face has them. */
  PARQUET {
    @Override
    boolean begins(byte[] head) {
      return new String(head, StandardCharsets.ISO_8859_1).startsWith("PAR1");
    }

    @Override
    LabelledFiles of(Place file) {
      return new ParquetFiles(List.of(file), List.of());
    }

    @Override
    Optional<LabelledFiles> in(List<Place> folder) {
      return ParquetFiles.in(folder);
    }
  },

  /** Arrays as NumPy saves them. */
  NPZ {
    @Override
    boolean begins(byte[] head) {
      return new String(head, StandardCharsets.ISO_8859_1).startsWith("PK\003\004");
    }

    @Override
    LabelledFiles of(Place file) {
      return new NpzFile(file);
    }

    @Override
    Optional<LabelledFiles> in(List<Place> folder) {
      return first(folder, ".*\\.npz").map(this::of);
    }
  },

  /** Text with commas. */
  CSV {
    @Override
    boolean begins(byte[] head) {
      for (byte b : head) {
        if (b >= 0 && b < ' ' && b != '\t' && b != '\r' && b != '\n') {
          return false;
        }
      }
      return head.length > 0;
    }

    @Override
    LabelledFiles of(Place file) {
      return new CsvFiles(file);
    }

    @Override
    Optional<LabelledFiles> in(List<Place> folder) {
      return first(folder, CsvFiles.TRAINING).map(this::of);
    }
  };

  /** How many bytes of a file say what it is. */
  static final int HEAD = 8;

  /** Whether a file, inflated, begins as those of this format do. */
  abstract boolean begins(byte[] head);

  /** The examples of a file and of those beside it. */
  abstract LabelledFiles of(Place file);

  /** The examples of a folder that has files of this format. */
  abstract Optional<LabelledFiles> in(List<Place> folder);

  private static Optional<Place> first(List<Place> folder, String name) {
    return folder.stream().filter(file -> file.name().matches(name)).findFirst();
  }
}
