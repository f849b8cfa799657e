/**
 * Gradient flow of the last layer and its features under a kernel that is constant on blocks of
 * classes, as a model of its own: Seleznova, Weitzner, Giryes, Kutyniok and Chou (2023), Neural
 * (Tangent Kernel) Collapse, NeurIPS 36, Theorems 4.1 and 5.1.
 */
package org.ntksweep.core.theory.blocks;
