package org.ntksweep.jobs.config.key;

/** What a key decides, hence what a change of it means. */
public enum Role {
  /** Which networks there are: an axis of the grid. */
  AXIS,
  /** The law of every network, or the inputs it is met at. */
  LAW,
  /** How numbers come from the networks. */
  NUMBERS,
  /** How far a sweep goes: more of it adds to what there is. */
  EXTENT,
  /** How the work is done, which changes no number. */
  WORK
}
