/** Checksums: of files, and of texts that carry their own. */
package org.ntksweep.jobs.folder.seal;
