/**
 * What is read off a network, however it was drawn: the tangent kernel, entry by entry, as
 * mantissas of exponents, and what of kernels is shared among outputs; in rooms of their own what
 * labels have of kernels, and the collapse of features.
 */
package org.ntksweep.core.observe;
