/**
 * What is asked of a network with explicit weights: its loss over examples, the gradient of it, its
 * tangent kernel.
 */
package org.ntksweep.core.training.objective;
