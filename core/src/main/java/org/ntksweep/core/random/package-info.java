/** Content-addressed random streams and the bulk draws made from them. */
package org.ntksweep.core.random;
