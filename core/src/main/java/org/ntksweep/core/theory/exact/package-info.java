/** Moments of the tangent kernel that are exact at finite width, and their limits. */
package org.ntksweep.core.theory.exact;
