/** Tangent kernels of networks with explicit weights, from inner products alone. */
package org.ntksweep.core.training.kernel;
