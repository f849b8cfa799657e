package org.ntksweep.jobs.config.grid;

import java.io.Serializable;
import java.util.List;
import org.ntksweep.core.network.Widths;

/**
 * An architecture and the inputs it is met at.
 *
 * @param widths the architecture
 * @param inputNorm2 the squared norm of the inputs
 */
public record Site(Widths widths, double inputNorm2) implements Serializable {
  private static final long serialVersionUID = 1;

  /** Every architecture at every norm, the norm varying fastest; distinct if both are. */
  public static List<Site> all(List<Widths> architectures, List<InputNorm> norms) {
    return architectures.stream()
        .flatMap(
            widths ->
                norms.stream()
                    .map(norm -> norm.at(widths.inputDim()))
                    .distinct()
                    .map(norm2 -> new Site(widths, norm2)))
        .toList();
  }
}
