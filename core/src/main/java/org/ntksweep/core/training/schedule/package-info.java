/** What a step is made with: the examples it sees, and the learning rate it has. */
package org.ntksweep.core.training.schedule;
