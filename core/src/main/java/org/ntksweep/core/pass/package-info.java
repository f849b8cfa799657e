/**
 * One pass through a network, written once: signals, the linear maps they meet, forward and
 * backward. Rooms hold the two kinds of maps: {@link org.ntksweep.core.pass.revealed}, decided only
 * where it is looked at, and {@link org.ntksweep.core.pass.explicit}, with every weight.
 */
package org.ntksweep.core.pass;
