/**
 * Sweep files: YAML and command-line overrides in, a checked {@link org.ntksweep.jobs.config.Sweep}
 * out.
 */
package org.ntksweep.jobs.config;
