package org.ntksweep.core.theory.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ntksweep.core.theory.blocks.Rows.plus;
import static org.ntksweep.core.theory.blocks.Rows.simplex;
import static org.ntksweep.core.theory.blocks.Rows.times;
import static org.ntksweep.core.theory.blocks.Rows.transpose;

import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ntksweep.core.theory.blocks.BalancedStarts;
import org.ntksweep.core.theory.blocks.BlockKernel;
import org.ntksweep.core.theory.blocks.BlockStarts;
import org.ntksweep.core.theory.blocks.BlockState;
import org.ntksweep.core.theory.blocks.Rows;

/**
 * The section of ERRATA.md on the block-structured flow: derivatives and limits of the flow decide
 * between what is printed and what is right. Three classes of four examples, eight features.
 */
@DisplayName("The errata page says of collapse what the flow does")
class CollapseErrataTest {
  private static final BlockKernel KERNEL = BlockStarts.KERNEL;
  private static final double M = BlockStarts.PER_CLASS;
  private static final int C = BlockStarts.CLASSES;
  private static final double H = 1e-5;

  /** Where derivatives are taken, {@code H} before and after. */
  private static final BlockState START = BlockStarts.random(new SplittableRandom(1));

  private static final BlockState HERE = BlockStarts.flow().after(H, START);
  private static final BlockState THERE = BlockStarts.flow().after(2 * H, START);

  private static double[][] slope(Function<BlockState, double[][]> of) {
    double[][] difference = plus(of.apply(THERE), -1, of.apply(START));
    return plus(new double[difference.length][difference[0].length], 0.5 / H, difference);
  }

  private static double[][] w() {
    return HERE.weights();
  }

  /** {@code W'W}, of order n. */
  private static double[][] ww(BlockState state) {
    return times(transpose(state.weights()), state.weights());
  }

  private static double[][] h1(BlockState state) {
    return transpose(state.means());
  }

  private static double[][] h2(BlockState state) {
    return transpose(state.deviations());
  }

  private static double[][] s(BlockState state) {
    return times(h2(state), state.deviations());
  }

  private static double[][] scaled(double factor, double[][] a) {
    return plus(new double[a.length][a[0].length], factor, a);
  }

  /** {@code mu_single W'W - m H2 H2'}. */
  private static double[][] tilde() {
    return plus(scaled(KERNEL.single(), ww(HERE)), -M, s(HERE));
  }

  /** The page has how far the printed side is from the true one, which the mended one is not. */
  private static void decide(String what, double[][] truth, double[][] printed, double[][] mended) {
    assertThat(distance(truth, mended)).as(what).isLessThan(1e-5);
    ErrataPage.assertHas("| %s | %.3f |", what, distance(truth, printed));
    assertThat(distance(truth, printed)).isGreaterThan(0.05);
  }

  private static double distance(double[][] truth, double[][] other) {
    return Rows.norm(plus(other, -1, truth)) / Rows.norm(truth);
  }

  @Test
  void equation40() {
    double[][] ofMeans = times(BlockStarts.flow().residuals(HERE), HERE.means());
    double[][] rest = times(w(), s(HERE));
    decide(
        "(40)",
        slope(BlockState::weights),
        scaled(-M, plus(ofMeans, -1, rest)),
        scaled(-M, plus(ofMeans, 1, rest)));
  }

  @Test
  void equation46() {
    double[][] inner = times(plus(tilde(), M, s(HERE)), h2(HERE));
    decide(
        "(46)", slope(CollapseErrataTest::h2), scaled(-KERNEL.single(), inner), scaled(-1, inner));
  }

  @Test
  void equation47() {
    double[][] s = s(HERE);
    double[][] linear = plus(times(tilde(), s), 1, times(s, tilde()));
    double[][] square = times(s, s);
    decide(
        "(47)",
        slope(CollapseErrataTest::s),
        scaled(-1, plus(linear, 2, square)),
        scaled(-1, plus(linear, 2 * M, square)));
  }

  /** Both sides of {@code W'W/m - H1 H1'/mu_class - H2 H2'/mu_single = E - c h h'}. */
  @Test
  void equation54() {
    double[][] means = h1(HERE);
    double[][] h = times(means, new double[][] {{1. / 3}, {1. / 3}, {1. / 3}});
    double[][] hh = times(h, transpose(h));
    double[][] inverse = simplex(C, 1, KERNEL.alpha());
    double[][] rest = plus(scaled(1 / M, ww(HERE)), -1 / KERNEL.single(), s(HERE));
    double[][] inner = times(times(means, inverse), transpose(means));
    double[][] e = plus(rest, -1 / KERNEL.ofClass(), inner);
    double factor = KERNEL.alpha() * C * C / KERNEL.ofClass();
    decide(
        "(54)",
        plus(rest, -1 / KERNEL.ofClass(), times(means, transpose(means))),
        plus(e, -M * factor, hh),
        plus(e, -factor, hh));
  }

  /** With the kernels {@code A_d}, {@code A_c}, {@code A_n} of blocks, multiples of I. */
  @Test
  void equation72() {
    double[][] wr = times(transpose(w()), BlockStarts.flow().residuals(HERE));
    double[][] diagonal = scaled(KERNEL.single(), wr);
    double same = M * (KERNEL.sameClass() - KERNEL.otherClass());
    double[][] global = times(wr, scaled(M * KERNEL.otherClass(), simplex(C, -1, 1)));
    double[][] ones = plus(global, M * KERNEL.otherClass(), wr);
    double[][] rest = plus(ones, same, wr);
    decide(
        "(72)",
        slope(CollapseErrataTest::h1),
        plus(rest, -1, diagonal),
        scaled(-1, plus(rest, 1, diagonal)));
  }

  /** The derivative of {@code W'W - H1 H1' - 2 H2 H2'} where the mean of features is 0. */
  @Test
  void equations77And78() {
    double[][] center = simplex(C, 1, 1.0 / C);
    BlockState start =
        new BlockState(
            START.weights(), START.biases(), times(center, START.means()), START.deviations());
    Function<BlockState, double[][]> e =
        at -> plus(plus(ww(at), -1, times(h1(at), at.means())), -2, s(at));
    double h = 1e-6;
    double[][] truth =
        scaled(1 / h, plus(e.apply(BlockStarts.flow().after(h, start)), -1, e.apply(start)));
    double[][] residuals = BlockStarts.flow().residuals(start);
    double[][] one =
        scaled(
            KERNEL.ofClass() - M,
            times(times(transpose(start.weights()), residuals), start.means()));
    double[][] two = scaled(2 * KERNEL.single() - M, times(ww(start), s(start)));
    double[][] half = plus(one, 1, two);
    double[][] mended = plus(half, 1, transpose(half));
    assertThat(distance(truth, mended)).isLessThan(1e-4);
    double[][] printed = plus(half, -1, transpose(half));
    ErrataPage.assertHas("| (77), (78) | %.3f |", distance(truth, printed));
  }

  /** The invariant is 0, so W'W is a multiple of the sum; the difference is another matrix. */
  @Test
  void equation28() {
    BlockState start = BalancedStarts.centered(new SplittableRandom(1));
    double[][] of1 = scaled(1 / KERNEL.ofClass(), times(h1(start), start.means()));
    double[][] sum = plus(of1, 1 / KERNEL.single(), s(start));
    double[][] difference = plus(of1, -1 / KERNEL.single(), s(start));
    assertThat(cosine(ww(start), sum)).isCloseTo(1, within(1e-12));
    ErrataPage.assertHas("cosine 1 with the sum, %.3f with", cosine(ww(start), difference));
  }

  private static double cosine(double[][] a, double[][] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Rows.inner(a[i], b[i]);
    }
    return sum / Rows.norm(a) / Rows.norm(b);
  }

  @Test
  void equations57And70() {
    BlockState end =
        BlockStarts.flow().after(100, BalancedStarts.centered(new SplittableRandom(1)));
    double[][] outer = times(end.weights(), transpose(end.weights()));
    double[][] target = simplex(C, 1, 1.0 / C);
    double[][] square = scaled(KERNEL.ofClass(), times(outer, outer));
    double[][] means = times(end.means(), h1(end));
    assertThat(distance(scaled(M, target), square)).isLessThan(1e-8);
    double factor = Rows.norm(means) / Rows.norm(target);
    assertThat(distance(scaled(factor, target), means)).isLessThan(1e-8);
    assertThat(factor).isCloseTo(Math.sqrt(KERNEL.ofClass() / M), within(1e-8));
    double found = Rows.norm(square) / Rows.norm(target);
    ErrataPage.assertHas("%.4f times $\\mathbf I - \\mathbf J / C$, not once", found);
    ErrataPage.assertHas("factor is %.4f, not %.4f", factor, KERNEL.ofClass() / M);
  }

  /** Biases that stay equal and are not 1/C. */
  @Test
  void equations30And66And68() {
    BlockState start = BalancedStarts.symmetric(-0.1, new SplittableRandom(2));
    BlockState end = BlockStarts.flow().after(100, start);
    double beta = end.biases()[0];
    double gamma = off(times(end.weights(), transpose(end.weights())));
    double theta = off(times(end.means(), h1(end)));
    double root = Math.sqrt(1 - KERNEL.alpha() * C);
    double left = Math.abs(1 - beta * C);
    assertThat(gamma).isCloseTo((1 - left * root) / C, within(1e-8));
    assertThat(theta).isCloseTo((1 - left / root) / C, within(1e-8));
    ErrataPage.assertHas("$\\beta = %.4f$", beta);
    ErrataPage.assertHas(
        "| $\\gamma$ | %.4f | %.4f, (30) |", gamma, (1 - Math.abs(beta * C) * root) / C);
    ErrataPage.assertHas("| $\\theta$ | %.4f | %.4f, (68) |", theta, (1 - left / (2 - root)) / C);
  }

  /** The x of a multiple of {@code I - x J}. */
  private static double off(double[][] matrix) {
    double scale = matrix[0][0] - matrix[0][1];
    return -matrix[0][1] / scale;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void collapseNeedsMoreThanBlocks(long seed) {
    BlockState start = BlockStarts.random(new SplittableRandom(seed));
    BlockState end = BlockStarts.flow().after(200, start);
    double answers = Rows.norm(times(end.weights(), h2(end)));
    assertThat(answers).isLessThan(1e-9);
    ErrataPage.assertHas(
        "| %d | %.3f | 0 | %.3f | %.3f |",
        seed,
        Rows.norm(times(start.weights(), h2(start))),
        Rows.norm(start.deviations()),
        Rows.norm(end.deviations()));
  }

  /** The kernel of outputs of {@code W V x + b}, from all derivatives, W that of collapse. */
  @Test
  void bothKernelsCannotHaveBlocks() {
    SplittableRandom random = new SplittableRandom(3);
    double[][] w =
        times(simplex(C, 1, 1.0 / C), BlockStarts.normal(C, BlockStarts.FEATURES, 1, random));
    BlockState collapsed =
        BlockStarts.flow().after(100, BalancedStarts.centered(new SplittableRandom(1)));
    for (double[][] weights : new double[][][] {w, collapsed.weights()}) {
      double[][] v = BlockStarts.normal(BlockStarts.FEATURES, 5, 1, random);
      double[][] x = BlockStarts.normal(2, 5, 1, random);
      double kappa = Rows.inner(x[0], x[1]);
      double[][] hidden = times(x, transpose(v));
      double own = Rows.inner(hidden[0], hidden[1]) + 1;
      double[][] outer = times(weights, transpose(weights));
      double[][] expected = plus(scaled(kappa, outer), own, simplex(C, 1, 0));
      assertThat(distance(expected, kernel(weights, x, hidden))).isLessThan(1e-12);
    }
    double[][] outer = times(collapsed.weights(), transpose(collapsed.weights()));
    assertThat(outer[0][1] / outer[0][0]).isCloseTo(-0.5, within(1e-8));
  }

  private static double[][] kernel(double[][] weights, double[][] x, double[][] hidden) {
    double[][] kernel = new double[C][C];
    for (int k = 0; k < C; k++) {
      for (int s = 0; s < C; s++) {
        for (int p = 0; p < BlockStarts.FEATURES; p++) {
          for (int q = 0; q < x[0].length; q++) {
            kernel[k][s] += weights[k][p] * x[0][q] * weights[s][p] * x[1][q];
          }
          kernel[k][s] += k == s ? hidden[0][p] * hidden[1][p] : 0;
        }
        kernel[k][s] += k == s ? 1 : 0;
      }
    }
    return kernel;
  }
}
