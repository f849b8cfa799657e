/**
 * What a random network is: widths, activation, parametrization, the variances of its
 * initialization, and the inputs it is evaluated at. Values only; nothing here draws or computes.
 */
package org.ntksweep.core.network;
