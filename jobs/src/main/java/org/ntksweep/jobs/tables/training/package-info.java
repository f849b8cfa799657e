/** The tables of networks that are trained; what is measured of them follows from one list. */
package org.ntksweep.jobs.tables.training;
