/**
 * Statistics of samples: the estimates of a point and when not to trust them. Knows only numbers.
 * Rooms, each using those before it: {@code ratio}, {@code bootstrap}, this one, {@code summary}.
 */
package org.ntksweep.core.estimate;
