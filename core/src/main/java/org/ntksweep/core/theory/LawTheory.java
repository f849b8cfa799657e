package org.ntksweep.core.theory;

import java.util.OptionalDouble;
import org.ntksweep.core.theory.exact.ExactMoments;
import org.ntksweep.core.theory.exact.FirstStep;
import org.ntksweep.core.theory.exact.Limits;
import org.ntksweep.core.theory.infinite.InfiniteWidthKernel;
import org.ntksweep.core.theory.meanfield.MeanField;
import org.ntksweep.core.theory.meanfield.Phase;
import org.ntksweep.core.theory.published.PublishedLimits;
import org.ntksweep.core.theory.published.PublishedMoments;

/**
 * What theory says of one kernel entry of one law: empty where it says nothing. Numbers that exceed
 * the range of a double are infinite.
 *
 * @param exactMean {@code E[Theta(x, x)]} at the network's own widths ({@link ExactMoments})
 * @param exactRatio {@code E[Theta(x, x)^2] / E[Theta(x, x)]^2} at the network's own widths ({@link
 *     ExactMoments})
 * @param infiniteWidthMean the entry in the limit of infinite width ({@link InfiniteWidthKernel}).
 *     Uniform weights have one law of it along every direction of the inputs, known for the
 *     diagonal of positively homogeneous activations; the limit of orthogonal weights is that of
 *     Gaussian ones (Huang, Du and Xu 2021)
 * @param chi1 the slope of the correlation map at correlation 1 ({@link MeanField})
 * @param phase which side of the edge of chaos the law is on
 * @param limitRatio the ratio of the diagonal at infinite depth and width ({@link Limits})
 * @param publishedLimitRatio the same as published ({@link PublishedLimits})
 * @param publishedRatio the ratio at the network's own widths, as published ({@link
 *     PublishedMoments})
 * @param firstStepChange the relative mean change of {@code Theta(x, x)} in the first step on x at
 *     the rate {@code 1 / E[Theta]}, to first order, neurons keeping their signs ({@link
 *     FirstStep})
 * @param firstStepLimit the same at infinite depth and width ({@link FirstStep})
 */
public record LawTheory(
    OptionalDouble exactMean,
    OptionalDouble exactRatio,
    OptionalDouble infiniteWidthMean,
    double chi1,
    Phase phase,
    OptionalDouble limitRatio,
    OptionalDouble publishedLimitRatio,
    OptionalDouble publishedRatio,
    OptionalDouble firstStepChange,
    OptionalDouble firstStepLimit) {}
