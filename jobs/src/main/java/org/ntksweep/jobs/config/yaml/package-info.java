/**
 * YAML text as a tree of values that know their key path and their line, so that every error can
 * name both. Text of any kind is refused in one line and bounded time.
 */
package org.ntksweep.jobs.config.yaml;
