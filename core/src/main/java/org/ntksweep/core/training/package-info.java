/**
 * Networks that learn: what they are trained to do and how, and what is seen of them on the way.
 */
package org.ntksweep.core.training;
