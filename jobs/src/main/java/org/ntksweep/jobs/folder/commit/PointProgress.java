package org.ntksweep.jobs.folder.commit;

/**
 * How far a point is.
 *
 * @param stored the samples 0 ... {@code stored - 1} are on disk
 * @param summarised the samples 0 ... {@code summarised - 1} are in the point's summary on disk
 * @param estimated the number of samples behind the point's latest estimates; 0 if it has none
 * @param relError half the width of the widest interval of its ratios over the ratio; infinite
 *     where an interval is not to be trusted, NaN without estimates
 */
public record PointProgress(long stored, long summarised, long estimated, double relError) {
  /** There are no fewer than none. */
  public PointProgress {
    if (stored < 0 || summarised < 0 || estimated < 0) {
      throw new IllegalArgumentException("fewer samples than none");
    }
  }

  /** Nothing was done. */
  public static final PointProgress NONE = new PointProgress(0, 0, 0, Double.NaN);

  /** The same once its samples are no longer on disk. */
  public PointProgress withoutStored() {
    return new PointProgress(0, summarised, estimated, relError);
  }
}
