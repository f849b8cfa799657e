/** What counts in a run folder: commits, one file for every wave. */
package org.ntksweep.jobs.folder.commit;
