/** Training exactly in law without weights: layers are decided where signals meet them. */
package org.ntksweep.core.training.revealed;
