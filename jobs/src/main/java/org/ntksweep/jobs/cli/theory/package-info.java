/** The command theory. */
package org.ntksweep.jobs.cli.theory;
