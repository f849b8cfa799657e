package org.ntksweep.jobs.report.verdict;

/** Whether a network may be taken for its infinite-width kernel. */
public enum Grade {
  /** Surely: its kernel hardly varies, about the right mean. */
  YES("Yes"),
  /** The kernel varies, or its mean is off, by less than its size. */
  WITH_CARE("With care"),
  /** Surely not: the kernel varies as much as it is large, or its mean is off by half. */
  NO("No"),
  /** What is known of the network does not decide. */
  OPEN("Not known");

  private final String answer;

  Grade(String answer) {
    this.answer = answer;
  }

  /** The answer to the question. */
  public String answer() {
    return answer;
  }
}
