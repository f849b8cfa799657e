/**
 * The law that networks are drawn from instead of their own, so that those with a large kernel are
 * as likely as they count: mixtures of laws in which layers are tilted, and the density against
 * them.
 */
package org.ntksweep.core.sampling.sizebiased;
