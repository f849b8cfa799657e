package org.ntksweep.core.sampling.revealed;

/** Networks tilted for one input, in the way that its activation asks for. */
interface InputTilt {

  /** Whether there is anything to tilt by. */
  boolean isTilted();

  /** Carries the first input up and down through a network that is drawn tilted for it. */
  void pass();

  /**
   * The logarithm of the density, against the law itself, of the law that is tilted for the input
   * at this place, which has passed.
   */
  double logDensity(int place);
}
