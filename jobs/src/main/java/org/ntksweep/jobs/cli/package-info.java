/** The command line. */
package org.ntksweep.jobs.cli;
