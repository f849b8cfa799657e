/** The tangent kernel in the limit of infinite width, at the widths a network has. */
package org.ntksweep.core.theory.infinite;
