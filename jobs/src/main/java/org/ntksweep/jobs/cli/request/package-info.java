/** What is asked for, checked before Spark starts. */
package org.ntksweep.jobs.cli.request;
