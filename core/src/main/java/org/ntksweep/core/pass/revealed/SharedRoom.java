package org.ntksweep.core.pass.revealed;

import java.util.Arrays;

/**
 * Work space for layers. Where inputs pass one after the other, what the last one leaves behind in
 * one layer is never asked for in another: layers share it, which keeps it in the nearest cache.
 */
final class SharedRoom {
  /** How layers learn. */
  final Inertia inertia;

  /** Where the arrays come from, and those that layers do not share. */
  final Workspace workspace;

  private final boolean isShared;
  private final double[] lastInput;
  private final double[] lastError;
  private final RevealedMatrix.Slot lastLook;

  /** A signal with its bias, and an image. */
  final double[] in;

  final double[] out;

  /**
   * Room for layers of at most this width, the bias counted.
   *
   * @param isShared whether inputs pass one after the other
   */
  SharedRoom(int width, boolean isShared, Inertia inertia, Workspace workspace) {
    this.inertia = inertia;
    this.workspace = workspace;
    this.isShared = isShared;
    int last = isShared ? width : 0;
    lastInput = workspace.array(last);
    lastError = workspace.array(last);
    lastLook = slot(last, last);
    in = workspace.array(width);
    out = workspace.array(width);
  }

  RevealedMatrix.Slot slot(int dimension, int image) {
    return new RevealedMatrix.Slot(workspace.array(dimension), workspace.array(image));
  }

  /** How many looks from each side a layer has room for beforehand, k inputs expected. */
  int looks(int k) {
    return isShared ? k : 0;
  }

  /** Where a layer has the last input's signal. */
  double[] lastInput(int dimension) {
    return isShared ? lastInput : workspace.array(dimension);
  }

  /** Where a layer has its error. */
  double[] lastError(int dimension) {
    return isShared ? lastError : workspace.array(dimension);
  }

  /** Where a layer has what its error reveals. */
  RevealedMatrix.Slot lastLook(int dimension, int image) {
    return isShared ? lastLook : slot(dimension, image);
  }

  /** Where a hidden layer has the slopes of k inputs. */
  double[][] slopes(int k, int dimension) {
    double[][] slopes = new double[k][];
    double[] shared = workspace.array(dimension);
    Arrays.setAll(slopes, i -> isShared || i == 0 ? shared : workspace.array(dimension));
    return slopes;
  }
}
