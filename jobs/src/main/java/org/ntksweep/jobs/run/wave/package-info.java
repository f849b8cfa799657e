/** What waves of all kinds have in common: tables made in a draft, and a commit that counts. */
package org.ntksweep.jobs.run.wave;
