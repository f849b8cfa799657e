/** What passes between a person's shell and the commands: requests that cannot be met. */
package org.ntksweep.jobs.shell;
