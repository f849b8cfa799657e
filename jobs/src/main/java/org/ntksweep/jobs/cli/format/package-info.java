/** Tables on screens, as CSV and as JSON. */
package org.ntksweep.jobs.cli.format;
