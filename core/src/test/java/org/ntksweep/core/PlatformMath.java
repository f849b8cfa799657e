package org.ntksweep.core;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.Set;

/** Calls of Math methods whose results may differ between virtual machines. */
final class PlatformMath {
  private static final Set<String> METHODS =
      Set.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp",
          "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot");

  static final DescribedPredicate<JavaMethodCall> CALLED =
      DescribedPredicate.describe(
          "the platform's elementary functions",
          call ->
              call.getTargetOwner().isEquivalentTo(Math.class) && METHODS.contains(call.getName()));

  private PlatformMath() {}
}
