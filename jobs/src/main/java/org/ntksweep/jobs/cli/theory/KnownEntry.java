package org.ntksweep.jobs.cli.theory;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.ntksweep.core.network.Network;
import org.ntksweep.core.sampling.ErrorForecast;
import org.ntksweep.core.theory.Dispersion;
import org.ntksweep.core.theory.LawTheory;
import org.ntksweep.core.theory.SharedTheory;
import org.ntksweep.core.theory.exact.ExactMoments;
import org.ntksweep.core.theory.infinite.Kappas;
import org.ntksweep.core.theory.published.PublishedOffDiagonal;
import org.ntksweep.jobs.report.verdict.Evidence;
import org.ntksweep.jobs.report.verdict.NetworkVerdict;

/**
 * A kernel entry of a network, and what theory knows of it. Numbers are NaN and texts null where
 * nothing is known, or where the diagonal or a pair of different inputs is meant.
 *
 * @param law the network
 * @param cosine between the two inputs
 * @param theory of the entry
 * @param shared theory of all networks
 * @param answer how far the network may go
 */
record KnownEntry(
    Network law, double cosine, LawTheory theory, SharedTheory shared, RatioAnswer answer) {

  static KnownEntry of(
      Network law, double cosine, SharedTheory shared, Optional<RatioQuestion> question) {
    RatioAnswer answer = new RatioAnswer(law, question.filter(asked -> cosine == 1));
    return new KnownEntry(law, cosine, shared.of(law, cosine), shared, answer);
  }

  private boolean isDiagonal() {
    return cosine == 1;
  }

  double kappa1() {
    return kappa(kappas -> kappas.kappa1(law.depth()));
  }

  double kappa2() {
    return kappa(kappas -> kappas.kappa2(law.depth()));
  }

  double kappaRatio() {
    return kappa(kappas -> kappas.ratio(law.depth()));
  }

  double outputVariance() {
    return kappa(kappas -> kappas.outputVariance(law.depth()));
  }

  double trainedOutputVariance(int inputs) {
    return cosine < 0
        ? Double.NaN
        : kappa(kappas -> kappas.outputVarianceAfterTraining(law.depth(), inputs));
  }

  private double kappa(ToDoubleFunction<Kappas> value) {
    return isDiagonal() || law.depth() == 1
        ? Double.NaN
        : value.applyAsDouble(shared.kappas(law, cosine));
  }

  double publishedOffDiagonal() {
    return isDiagonal() ? Double.NaN : PublishedOffDiagonal.of(law, cosine).orElse(Double.NaN);
  }

  double samplesFor(double relativeError) {
    return samples(
        isDiagonal() ? shared.relativeVarianceOfRatio(law) : OptionalDouble.empty(), relativeError);
  }

  double sizeBiasedFor(double relativeError) {
    return samples(
        theory.exactRatio().isPresent()
            ? OptionalDouble.of(
                ErrorForecast.ofLogRatio(ExactMoments.of(law).logRatio()).sizeBiased())
            : OptionalDouble.empty(),
        relativeError);
  }

  private static double samples(OptionalDouble variance, double relativeError) {
    return variance.isPresent()
        ? Dispersion.samplesFor(variance.getAsDouble(), relativeError)
        : Double.NaN;
  }

  double depthToWidthOfRatio2() {
    OptionalInt depth = isDiagonal() ? shared.depthOfRatio2(law) : OptionalInt.empty();
    return depth.isPresent()
        ? depth.getAsInt() / (double) law.widths().hiddenWidth().orElseThrow()
        : Double.NaN;
  }

  String verdict() {
    return isDiagonal() ? NetworkVerdict.of(law, theory.phase(), Evidence.of(theory)) : null;
  }
}
