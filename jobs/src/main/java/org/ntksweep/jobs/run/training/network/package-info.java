/** One network after another: to its end, looked at on the way, kept where it is interrupted. */
package org.ntksweep.jobs.run.training.network;
