/** The grid of a sweep file: sizes that follow from the width, architectures, and their product. */
package org.ntksweep.jobs.config.grid;
