/** Gradient flow by a stabilized explicit integrator with error control. */
package org.ntksweep.core.training.flow;
