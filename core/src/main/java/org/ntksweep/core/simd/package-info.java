/**
 * The vectorizable inner loops behind one interface, with a scalar and a SIMD implementation of
 * equal bits.
 */
package org.ntksweep.core.simd;
