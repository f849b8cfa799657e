/**
 * Neural collapse: what training does to the features of the last hidden layer, in the definitions
 * of Papyan, Han and Donoho (2020).
 */
package org.ntksweep.core.observe.collapse;
