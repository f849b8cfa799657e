package org.ntksweep.core.pass.revealed;

/**
 * Work space for layers to share. What the last input leaves behind in one layer is never asked for
 * in another, and keeping it in one place keeps it in the nearest cache.
 */
final class SharedRoom {
  /** Where the arrays come from, and those that layers do not share. */
  final Workspace workspace;

  /** The last input's signal, its error, and what its error reveals. */
  final double[] lastInput;

  final double[] lastError;
  final RevealedMatrix.Slot lastLook;

  /** A signal with its bias, and an image. */
  final double[] in;

  final double[] out;

  /** Room for layers of at most this width, the bias counted. */
  SharedRoom(int width, Workspace workspace) {
    this.workspace = workspace;
    lastInput = workspace.array(width);
    lastError = workspace.array(width);
    lastLook = new RevealedMatrix.Slot(workspace.array(width), workspace.array(width));
    in = workspace.array(width);
    out = workspace.array(width);
  }
}
