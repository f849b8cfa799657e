package org.ntksweep.core.estimate;

/**
 * When a bootstrap interval of a ratio cannot be trusted: below 20 samples, if one sample holds
 * more than {@code N^(-1/3) / 3} of the sum of squares, or if the interval is undefined or reaches
 * zero.
 *
 * <p>Calibrated on log-normal samples, nominal 95 % intervals of u_ratio. Each cell, in percent:
 * intervals that cover, covering ones among those not flagged, flagged.
 *
 * <pre>
 *      N |    r = 1.01 |         1.1 |         1.5 |           2 |           3 |           5 |          60
 *     10 |  78   - 100 |  75   - 100 |  67   - 100 |  58   - 100 |  47   - 100 |  37   - 100 |  11   - 100
 *     20 |  85  85   0 |  83  63  58 |  69   0  99 |  57   - 100 |  45   - 100 |  35   - 100 |   9   - 100
 *     50 |  90  90   0 |  87  86  10 |  75   9  93 |  64   0  99 |  53   0 100 |  38   - 100 |   8   - 100
 *    100 |  92  92   0 |  90  90   2 |  79  31  83 |  69   0  98 |  56   0 100 |  44   - 100 |   9   - 100
 *    200 |  95  95   0 |  92  92   0 |  83  52  70 |  74   5  96 |  63   0 100 |  50   - 100 |  10   - 100
 *    500 |  94  94   0 |  92  92   0 |  87  77  44 |  79  15  92 |  68   0 100 |  56   - 100 |  13   - 100
 *   1000 |  94  94   0 |  95  95   0 |  91  88  26 |  84  37  85 |  74   0  99 |  62   - 100 |  17   - 100
 *   5000 |  94  94   0 |  93  93   0 |  93  93   6 |  90  81  58 |  85   4  98 |  76   0 100 |  31   - 100
 *  10000 |  95  95   0 |  95  95   0 |  94  94   2 |  89  83  41 |  85  22  96 |  77   0 100 |  35   - 100
 * 100000 |  96  96   0 |  93  93   0 |  92  92   0 |  92  91   5 |  89  64  77 |  87   0 100 |  50   - 100
 * </pre>
 *
 * <p>(1000 runs a cell, 200 at N = 100000; UnderpoweredCalibration among the tests prints it.)
 * Where most is flagged, the rest are samples that missed the tail, and nothing in them tells. The
 * width of the interval is no better guide: it grows as the mean nears zero, where intervals of
 * Gaussian samples still hold. The bias of {@link RatioEstimator#PUBLISHED} is not looked at; for
 * {@link RatioEstimator#DEBIASED} see {@link DebiasedReplicates}.
 */
final class UnderpoweredRule {
  private static final int FEWEST_SAMPLES = 20;

  private UnderpoweredRule() {}

  static boolean flags(long samples, double tailShare, Spread spread) {
    // tailShare > 1 / (3 cbrt(samples)), in operations that are correctly rounded everywhere
    double tripled = 3 * tailShare;
    boolean heavy = tripled * tripled * tripled * samples > 1;
    boolean meaningless = !(spread.low() > 0);
    return samples < FEWEST_SAMPLES || heavy || meaningless;
  }
}
