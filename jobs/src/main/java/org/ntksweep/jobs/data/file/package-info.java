/** Examples in files: what their folders look like, and their formats. */
package org.ntksweep.jobs.data.file;
