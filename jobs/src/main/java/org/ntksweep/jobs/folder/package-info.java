/** The folder of a run: what is in it, and whether a run may begin or go on there. */
package org.ntksweep.jobs.folder;
