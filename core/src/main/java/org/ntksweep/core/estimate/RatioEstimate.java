package org.ntksweep.core.estimate;

/** An estimate of {@code E[Theta^2] / E[Theta]^2}, NaN where undefined, and how far to trust it. */
record RatioEstimate(double ratio, Spread spread, boolean underpowered) {}
