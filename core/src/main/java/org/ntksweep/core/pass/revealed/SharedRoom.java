package org.ntksweep.core.pass.revealed;

/**
 * Work space for layers to share. What the last input leaves behind in one layer is never asked for
 * in another, and keeping it in one place keeps it in the nearest cache.
 *
 * @param workspace where the arrays come from, and those that layers do not share
 * @param lastInput the last input's signal
 * @param lastError its error
 * @param lastLook what its error reveals
 * @param in a signal with its bias
 * @param out an image
 */
record SharedRoom(
    Workspace workspace,
    double[] lastInput,
    double[] lastError,
    RevealedMatrix.Slot lastLook,
    double[] in,
    double[] out) {

  /** Room for layers of at most this width, the bias counted. */
  static SharedRoom of(int width, Workspace workspace) {
    return new SharedRoom(
        workspace,
        workspace.array(width),
        workspace.array(width),
        RevealedMatrix.Slot.of(width, width, workspace),
        workspace.array(width),
        workspace.array(width));
  }
}
