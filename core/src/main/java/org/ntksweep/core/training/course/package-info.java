/**
 * What trainers share: where a network is on its way, what it answers to examples, how far its
 * kernel has moved.
 */
package org.ntksweep.core.training.course;
