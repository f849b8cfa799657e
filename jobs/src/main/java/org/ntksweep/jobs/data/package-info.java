/** What networks are trained on: examples at any URI, or made from a seed. */
package org.ntksweep.jobs.data;
