/**
 * What kernel theory says of training: gradient descent of a network that is linear in its
 * parameters, as wide ones become (Jacot et al. 2018, Lee et al. 2019).
 */
package org.ntksweep.core.theory.training;
