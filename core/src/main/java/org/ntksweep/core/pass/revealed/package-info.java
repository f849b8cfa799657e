/**
 * Networks with Gaussian weights that are decided only where they are looked at, vector by vector.
 */
package org.ntksweep.core.pass.revealed;
