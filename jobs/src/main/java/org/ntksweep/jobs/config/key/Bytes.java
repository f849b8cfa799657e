package org.ntksweep.jobs.config.key;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ntksweep.jobs.config.yaml.Value;

/** Amounts of memory, such as 512MiB. */
public final class Bytes {
  private static final String ALLOWED = "a number of bytes such as 512MiB or 2GiB";

  /** Amounts of at least a byte. */
  public static final ValueReader<Long> READER = ValueReader.of(ALLOWED, Bytes::read);

  private static final Pattern AMOUNT =
      Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,9})?)([KMGT]iB)?");
  private static final String UNITS = "KMGT";

  private Bytes() {}

  private static long read(Value value) {
    Matcher amount = AMOUNT.matcher(value.text());
    if (amount.matches()) {
      BigDecimal bytes = new BigDecimal(amount.group(1)).multiply(unit(amount.group(2)));
      if (bytes.compareTo(BigDecimal.ONE) >= 0
          && bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
        return bytes.longValue();
      }
    }
    throw value.mustBe(ALLOWED);
  }

  private static BigDecimal unit(String unit) {
    int power = unit == null ? 0 : UNITS.indexOf(unit.charAt(0)) + 1;
    return BigDecimal.valueOf(1L << (10 * power));
  }

  /** The least amount of whole KiB or MiB that holds so many bytes. */
  public static String enoughFor(long bytes) {
    long kibibytes = dividedUp(bytes, 1 << 10);
    return kibibytes < 10 << 10 ? kibibytes + "KiB" : dividedUp(kibibytes, 1 << 10) + "MiB";
  }

  private static long dividedUp(long dividend, long divisor) {
    return (dividend + divisor - 1) / divisor;
  }
}
