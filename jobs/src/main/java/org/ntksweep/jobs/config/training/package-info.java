/**
 * What a sweep file says of training: its keys, the defaults that depend on others, and the part of
 * a sweep that is read from them.
 */
package org.ntksweep.jobs.config.training;
