/** What training explicit weights takes: memory, time, and where none would be enough. */
package org.ntksweep.core.training.explicit.cost;
