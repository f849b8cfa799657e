/** What pages and charts are made of: files of this library, templates with blanks, two looks. */
package org.ntksweep.jobs.report.template;
