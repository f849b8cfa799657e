/** Networks with every weight, their signals multiplied all together. */
package org.ntksweep.core.pass.explicit;
