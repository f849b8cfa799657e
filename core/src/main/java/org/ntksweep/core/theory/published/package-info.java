/** What was published on the moments of the tangent kernel, kept for comparison. */
package org.ntksweep.core.theory.published;
