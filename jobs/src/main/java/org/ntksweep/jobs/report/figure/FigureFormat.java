package org.ntksweep.jobs.report.figure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a figure is written as. */
public enum FigureFormat {
  /** As Vega draws it, in points. */
  svg {
    @Override
    byte[] of(String figure) {
      return figure
          .replaceFirst(
              "width=\"([0-9.]+)\" height=\"([0-9.]+)\"", "width=\"$1pt\" height=\"$2pt\"")
          .getBytes(StandardCharsets.UTF_8);
    }
  },

  /** At 300 pixels an inch. */
  png {
    @Override
    byte[] of(String figure) throws IOException {
      return Painter.png(figure);
    }
  },

  /** One page of the size of the figure; letters are outlines, so that any symbol prints. */
  pdf {
    @Override
    byte[] of(String figure) throws IOException {
      return Painter.pdf(figure);
    }
  };

  /** A figure given as SVG. */
  abstract byte[] of(String figure) throws IOException;
}
