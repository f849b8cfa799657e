package org.ntksweep.core.data;

import java.nio.ByteBuffer;

/** The type of the numbers of an array in IDX. */
enum IdxType {
  UNSIGNED_BYTE(0x08, 1) {
    @Override
    double at(ByteBuffer numbers, int i) {
      return numbers.get(i) & 0xff;
    }
  },
  BYTE(0x09, 1) {
    @Override
    double at(ByteBuffer numbers, int i) {
      return numbers.get(i);
    }
  },
  SHORT(0x0b, 2) {
    @Override
    double at(ByteBuffer numbers, int i) {
      return numbers.getShort(2 * i);
    }
  },
  INT(0x0c, 4) {
    @Override
    double at(ByteBuffer numbers, int i) {
      return numbers.getInt(4 * i);
    }
  },
  FLOAT(0x0d, 4) {
    @Override
    double at(ByteBuffer numbers, int i) {
      return numbers.getFloat(4 * i);
    }
  },
  DOUBLE(0x0e, 8) {
    @Override
    double at(ByteBuffer numbers, int i) {
      return numbers.getDouble(8 * i);
    }
  };

  private final int code;
  private final int bytes;

  IdxType(int code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  /** The type a file names. */
  static IdxType of(int code) {
    for (IdxType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new DataException("IDX of type " + code + ": must be 8, 9 or 11 to 14");
  }

  /** The bytes of a number. */
  int bytes() {
    return bytes;
  }

  /** Number i. */
  abstract double at(ByteBuffer numbers, int i);
}
