/**
 * Sweep files: YAML and command-line overrides in, a checked {@link org.ntksweep.jobs.config.Sweep}
 * out.
 *
 * <p>A file is read into {@code Value}s, which know their key path and their line. Overrides are
 * put in their place in that tree, defaults in what is still empty, and only then are keys and
 * values checked; so file, overrides and defaults obey the same rules, and the tree that was
 * checked is the one that is written to the run folder.
 */
package org.ntksweep.jobs.config;
