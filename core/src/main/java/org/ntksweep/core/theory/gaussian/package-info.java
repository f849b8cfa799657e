/** Pairs of Gaussian numbers, and rules to integrate over them. */
package org.ntksweep.core.theory.gaussian;
