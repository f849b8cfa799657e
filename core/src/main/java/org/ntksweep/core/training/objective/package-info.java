/** The loss of a network with explicit weights over examples, its gradient, and its features. */
package org.ntksweep.core.training.objective;
