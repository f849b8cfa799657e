/** Points of a sweep, and the columns they have in tables. */
package org.ntksweep.jobs.tables.point;
