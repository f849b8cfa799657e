/**
 * The keys of a sweep file: what a declaration says, how values are read, and everything that
 * follows from declarations - which keys there are, defaults, overrides, the resolved file and what
 * people are told of each key.
 */
package org.ntksweep.jobs.config.key;
