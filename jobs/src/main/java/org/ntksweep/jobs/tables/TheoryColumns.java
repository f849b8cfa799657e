package org.ntksweep.jobs.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ntksweep.core.theory.LawTheory;

/** Theory as columns: the values of {@link Schemas#THEORY}, null where there is none. */
public final class TheoryColumns {
  private TheoryColumns() {}

  /** The values in the order of the columns. */
  public static List<Object> values(LawTheory theory) {
    List<Object> values = new ArrayList<>();
    values.add(known(theory.exactMean()));
    values.add(known(theory.exactRatio()));
    values.add(known(theory.infiniteWidthMean()));
    values.add(known(OptionalDouble.of(theory.chi1())));
    values.add(theory.phase().label());
    values.add(known(theory.limitRatio()));
    values.add(known(theory.publishedLimitRatio()));
    values.add(known(theory.publishedRatio()));
    return values;
  }

  /** What is undefined is null in a table. */
  private static Object known(OptionalDouble value) {
    return value.isEmpty() || Double.isNaN(value.getAsDouble())
        ? null
        : (Object) value.getAsDouble();
  }
}
