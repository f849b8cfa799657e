/** One run at a time writes a folder. */
package org.ntksweep.jobs.folder.lock;
