/**
 * Expectations of activations over centred Gaussian pre-activations, in closed form or by
 * quadrature.
 */
package org.ntksweep.core.theory.expectation;
