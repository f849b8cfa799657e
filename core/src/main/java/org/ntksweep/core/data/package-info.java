/** Labelled examples in memory: read, chosen, scaled and given targets, and known by a digest. */
package org.ntksweep.core.data;
