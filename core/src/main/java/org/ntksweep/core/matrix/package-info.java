/**
 * Matrices outside the Java heap and their products, on ND4J. Which library computes, OpenBLAS or
 * NVIDIA's, is decided by what is on the class path. Nothing here is loaded before the first matrix
 * is made.
 */
package org.ntksweep.core.matrix;
