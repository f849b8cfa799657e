/**
 * The bootstrap over initializations, of samples in one place (multinomial) and of samples that
 * stream by (Poisson), and what its replicates say.
 */
package org.ntksweep.core.estimate.bootstrap;
