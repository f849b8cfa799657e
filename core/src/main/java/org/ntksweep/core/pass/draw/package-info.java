/** How the weights and biases of a layer are drawn, every one of them. */
package org.ntksweep.core.pass.draw;
