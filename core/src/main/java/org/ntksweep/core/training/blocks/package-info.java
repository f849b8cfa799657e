/**
 * The features and last weights of a network beside the flow they would follow under a kernel of
 * three values: Seleznova et al. (2023), NeurIPS 36.
 */
package org.ntksweep.core.training.blocks;
