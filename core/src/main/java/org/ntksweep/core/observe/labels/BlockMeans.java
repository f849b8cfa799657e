package org.ntksweep.core.observe.labels;

/**
 * A number for each of the three kinds of entries that a kernel of examples with classes has.
 *
 * @param diagonal of an example with itself
 * @param sameClass of two examples of a class; NaN where no class has two
 * @param otherClass of examples of two classes; NaN where there is one class
 */
public record BlockMeans(double diagonal, double sameClass, double otherClass) {}
