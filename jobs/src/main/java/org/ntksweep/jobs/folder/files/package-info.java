/** Files below one folder, on any file system. */
package org.ntksweep.jobs.folder.files;
