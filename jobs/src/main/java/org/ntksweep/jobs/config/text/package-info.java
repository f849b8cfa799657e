/** Sweep files as text: what is read, names in it, and points as messages name them. */
package org.ntksweep.jobs.config.text;
