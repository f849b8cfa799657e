/**
 * What is read off a network, however it was drawn: the tangent kernel, entry by entry, as
 * mantissas of exponents.
 */
package org.ntksweep.core.observe;
