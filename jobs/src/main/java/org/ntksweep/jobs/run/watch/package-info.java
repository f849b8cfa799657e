/** How far a run is, and where its time goes. */
package org.ntksweep.jobs.run.watch;
