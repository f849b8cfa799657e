/**
 * Numbers beyond the range of a double, sums that depend on no order, and elementary functions with
 * the same bits on every machine. Below everything else.
 */
package org.ntksweep.core.number;
