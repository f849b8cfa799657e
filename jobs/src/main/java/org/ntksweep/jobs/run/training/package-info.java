/**
 * Waves of networks that are trained: where tasks get to, what they leave, and what it comes to.
 */
package org.ntksweep.jobs.run.training;
