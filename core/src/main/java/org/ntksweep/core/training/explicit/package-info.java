/** Training of networks whose every weight is there, in matrix products of all examples. */
package org.ntksweep.core.training.explicit;
