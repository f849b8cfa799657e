/** What is known exactly or in a limit about the tangent kernel at initialization. */
package org.ntksweep.core.theory;
