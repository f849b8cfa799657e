/** What labels have of a kernel: its means over pairs of classes, its alignment with targets. */
package org.ntksweep.core.observe.labels;
