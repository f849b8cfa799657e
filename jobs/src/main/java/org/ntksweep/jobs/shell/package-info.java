/**
 * What passes between a person's shell and the commands: requests that cannot be met, commands to
 * paste, output that cannot be written, and no secrets.
 */
package org.ntksweep.jobs.shell;
