/** Waves of networks as they are drawn: samples and their estimates. */
package org.ntksweep.jobs.run.sampling;
