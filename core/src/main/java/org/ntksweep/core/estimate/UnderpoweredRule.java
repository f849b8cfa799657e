package org.ntksweep.core.estimate;

import org.ntksweep.core.estimate.bootstrap.Spread;
import org.ntksweep.core.estimate.ratio.RatioEstimator;

/**
 * When a bootstrap interval of a ratio cannot be trusted: below 20 samples, if one sample holds
 * more than {@code N^(-1/3) / 3} of the sum of squares, if the interval is undefined or reaches
 * zero, or if the samples claim to know the ratio much better than such samples can.
 *
 * <p>The last is for samples that missed the tail: they agree with each other, and the bootstrap is
 * sure of a ratio that is too small. Kernels of deep networks are near log-normal, and with
 * log-normal samples of ratio r the relative variance of an estimate is, to first order, {@code
 * (r^4 - 4 r^2 + 4 r - 1) / N}. Where that is more than (1 %)^2, a bootstrap variance below 1/2.25
 * of it is not believed. Laws with lighter tails are then flagged without need: that is the price.
 *
 * <p>Calibrated on log-normal samples, nominal 95 % intervals of u_ratio. Each cell, in percent:
 * intervals that cover, covering ones among those not flagged, flagged.
 *
 * <pre>
 *      N |    r = 1.01 |         1.1 |         1.5 |           2 |           3 |           5 |          60
 *     10 |  78   - 100 |  75   - 100 |  67   - 100 |  58   - 100 |  47   - 100 |  37   - 100 |  11   - 100
 *     20 |  85  85   0 |  83  57  74 |  69   0 100 |  57   - 100 |  45   - 100 |  35   - 100 |   9   - 100
 *     50 |  90  90   0 |  87  87  21 |  75   0 100 |  64   - 100 |  53   - 100 |  38   - 100 |   8   - 100
 *    100 |  92  92   0 |  90  90   6 |  79   0 100 |  69   - 100 |  56   - 100 |  44   - 100 |   9   - 100
 *    200 |  95  95   0 |  92  92   1 |  83  16  98 |  74   - 100 |  63   - 100 |  50   - 100 |  10   - 100
 *    500 |  94  94   0 |  92  92   0 |  87  83  76 |  79   - 100 |  68   - 100 |  56   - 100 |  13   - 100
 *   1000 |  94  94   0 |  95  95   0 |  91  93  43 |  84   - 100 |  74   - 100 |  62   - 100 |  17   - 100
 *   5000 |  94  94   0 |  93  93   0 |  93  93   6 |  90  92  82 |  85   - 100 |  76   - 100 |  31   - 100
 *  10000 |  95  95   0 |  95  95   0 |  94  94   2 |  89  89  55 |  85   - 100 |  77   - 100 |  35   - 100
 * 100000 |  96  96   0 |  93  93   0 |  92  92   0 |  92  91   5 |  89  86  93 |  87   - 100 |  50   - 100
 * </pre>
 *
 * <p>(1000 runs a cell, 200 at N = 100000; UnderpoweredCalibration among the tests prints it.) The
 * width of the interval is no better guide: it grows as the mean nears zero, where intervals of
 * Gaussian samples still hold. The bias of {@link RatioEstimator#PUBLISHED} is not looked at; for
 * {@link RatioEstimator#DEBIASED} see there.
 */
final class UnderpoweredRule {
  private static final int FEWEST_SAMPLES = 20;

  /** (1 %)^2: more certain is certain enough. */
  private static final double SMALL = 1e-4;

  private static final double FAR = 2.25;

  private UnderpoweredRule() {}

  /**
   * Whether an estimate is flagged.
   *
   * @param ratio the estimate of the ratio
   * @param spread its bootstrap
   */
  static boolean flags(SampleShape samples, double ratio, Spread spread) {
    // tailShare > 1 / (3 cbrt(samples)), in operations that are correctly rounded everywhere
    double tripled = 3 * samples.tailShare();
    boolean heavy = tripled * tripled * tripled * samples.size() > 1;
    boolean meaningless = !(spread.low() > 0);
    return samples.size() < FEWEST_SAMPLES
        || heavy
        || meaningless
        || tooSure(samples.size(), ratio, spread);
  }

  /** Whether the bootstrap's relative variance is far below that of log-normal samples. */
  private static boolean tooSure(long samples, double ratio, Spread spread) {
    double r2 = ratio * ratio;
    double logNormal = (r2 * r2 - 4 * r2 + 4 * ratio - 1) / samples;
    double measured = spread.error() / ratio;
    return logNormal > SMALL && logNormal > FAR * measured * measured;
  }
}
