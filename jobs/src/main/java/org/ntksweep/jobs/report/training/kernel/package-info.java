/** Kernels of networks that were trained, as pictures. */
package org.ntksweep.jobs.report.training.kernel;
