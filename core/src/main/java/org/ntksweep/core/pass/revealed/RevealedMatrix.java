package org.ntksweep.core.pass.revealed;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.ntksweep.core.matrix.StoredNumbers;
import org.ntksweep.core.random.RandomStream;
import org.ntksweep.core.simd.Kernels;

/**
 * A matrix of independent standard normal entries that is decided only where it is looked at. Each
 * product with a vector, from either side, reveals one direction; whatever is asked later agrees
 * with it, and what no one asks for is never drawn. The products have exactly the joint law of
 * those with one matrix drawn in full, also when a vector depends on earlier products. Any number
 * of products, in any order.
 *
 * <p>Why: let {@code U} and {@code V} hold the orthonormal directions looked at from the right and
 * from the left. Given {@code Z U} and {@code V' Z}, the rest {@code (I - V V') Z (I - U U')} is
 * Gaussian and independent of both. So a new direction r, orthogonal to U, has the image
 *
 * <pre>Z r = V (V' Z) r + (I - V V') g,   g standard normal</pre>
 *
 * <p>A product costs one normal number for every entry of its result and a few passes for every
 * earlier product. At finite size this is the Gaussian conditioning that Bolthausen (2014) and Yang
 * (2020) carry to the limit. Nothing is drawn any more once all of one side is known.
 *
 * <p>A step of outer products may be added to what the matrix is. One of the vectors of each has to
 * be among those looked at: then {@code (I - V V') b a' (I - U U') = 0}, the rest stays as it is,
 * and what is known changes by known numbers.
 */
final class RevealedMatrix {
  /** A vector whose part outside the known directions is below this, relative to it, adds none. */
  private static final double RANK_TOLERANCE = 0x1p-46;

  /**
   * Where less than this is left of a vector, rounding left some of the known directions in it:
   * they are taken out once more.
   */
  private static final double CANCELLATION = 0x1p-10;

  private final Kernels kernels;
  private final RandomStream stream;
  private final Tilt tilt;
  private final Inertia inertia;
  private final Side right;
  private final Side left;

  /** May change the normal numbers that a look draws, which then has another law. */
  interface Tilt {
    /** Leaves them as they are. */
    Tilt NONE = (backward, normals) -> {};

    /** Changes them in place. */
    void apply(boolean backward, double[] normals);
  }

  /**
   * A matrix of which nothing is known.
   *
   * @param right room for the first products from the right, {@code columns} and {@code rows} long;
   *     more is made when it is needed
   * @param left room for the first products from the left, {@code rows} and {@code columns} long
   */
  RevealedMatrix(
      int rows,
      int columns,
      Slot[] right,
      Slot[] left,
      Kernels kernels,
      RandomStream stream,
      Tilt tilt,
      Inertia inertia) {
    this.tilt = tilt;
    this.inertia = inertia;
    this.kernels = kernels;
    this.stream = stream;
    this.right = new Side(columns, rows, right);
    this.left = new Side(rows, columns, left);
  }

  /** Forgets everything revealed: the next products are those of a fresh matrix. */
  void forget() {
    right.known = 0;
    left.known = 0;
  }

  /**
   * {@code out = Z a}.
   *
   * @param norm the norm of {@code a}
   */
  void times(double[] a, double norm, double[] out) {
    look(right, left, a, norm, out);
  }

  /**
   * {@code out = Z' b}.
   *
   * @param norm the norm of {@code b}
   */
  void transposeTimes(double[] b, double norm, double[] out) {
    look(left, right, b, norm, out);
  }

  /** Begins a step, made of outer products. */
  void beginStep() {
    right.forEach(slot -> inertia.begin(kernels, slot.velocity));
    left.forEach(slot -> inertia.begin(kernels, slot.velocity));
  }

  /**
   * Adds {@code f b a'} to a step, which all images follow.
   *
   * @param b as long as there are rows
   * @param a its first entries, those of columns beyond being 0; it was looked at, or is a
   *     combination of vectors that were, and so is {@code b} if looks from the left come later
   * @param count how many entries of {@code a} there are
   */
  void addOuterProduct(double f, double[] b, double[] a, int count) {
    follow(right, f, a, count, b, left.dimension);
    follow(left, f, b, left.dimension, a, count);
  }

  /** Adds {@code f <a, direction> b} to the images of one side. */
  private void follow(Side side, double f, double[] a, int aCount, double[] b, int bCount) {
    side.forEach(
        slot -> {
          double along = kernels.dot(a, 0, slot.direction, 0, aCount);
          inertia.add(kernels, f * along, b, slot.image, slot.velocity, bCount);
        });
  }

  /** Ends a step. */
  void endStep() {
    right.forEach(slot -> inertia.end(kernels, slot.image, slot.velocity));
    left.forEach(slot -> inertia.end(kernels, slot.image, slot.velocity));
  }

  /** Writes all that is known. */
  void write(DataOutput out) throws IOException {
    right.write(out);
    left.write(out);
  }

  /** Knows what was written of a matrix of the same shape, and nothing else. */
  void read(DataInput in) throws IOException {
    right.read(in);
    left.read(in);
  }

  /** Multiplies the rows, of all that is known and all that is not, by signs. */
  void flipRows(double[] signs) {
    flip(left, right, signs, left.dimension);
  }

  /** Multiplies the first columns by signs, as many as there are. */
  void flipColumns(double[] signs, int count) {
    flip(right, left, signs, count);
  }

  private void flip(Side of, Side other, double[] signs, int count) {
    for (int i = 0; i < of.known; i++) {
      double[] direction = of.slots[i].direction;
      kernels.multiply(direction, signs, direction, count);
    }
    for (int i = 0; i < other.known; i++) {
      double[] image = other.slots[i].image;
      kernels.multiply(image, signs, image, count);
    }
  }

  private void look(Side side, Side other, double[] a, double norm, double[] out) {
    int n = side.dimension;
    int m = other.dimension;
    if (other.known == m) {
      decided(other, a, n, out);
      return;
    }
    Slot slot = side.next();
    if (side.known == 0 && norm > 0) {
      kernels.scale(1 / norm, a, slot.direction, n);
      reveal(slot, n, m, other);
      kernels.scale(norm, slot.image, out, m);
      side.known = 1;
      return;
    }
    Arrays.fill(out, 0, m, 0);
    System.arraycopy(a, 0, slot.direction, 0, n);
    double rest = known(side, other, slot.direction, out);
    if (rest < CANCELLATION * norm && rest > RANK_TOLERANCE * norm) {
      rest = known(side, other, slot.direction, out);
    }
    if (rest > RANK_TOLERANCE * norm) {
      kernels.scale(1 / rest, slot.direction, slot.direction, n);
      reveal(slot, n, m, other);
      kernels.addScaled(rest, slot.image, out, m);
      side.known++;
    }
  }

  /** The image of a vector where the other side has been looked at in all directions. */
  private void decided(Side other, double[] a, int n, double[] out) {
    Arrays.fill(out, 0, other.dimension, 0);
    for (int j = 0; j < other.known; j++) {
      Slot crossing = other.slots[j];
      double along = kernels.dot(crossing.image, 0, a, 0, n);
      kernels.addScaled(along, crossing.direction, out, other.dimension);
    }
  }

  /**
   * Takes the known directions out of {@code rest}, adds their images to {@code out}; returns the
   * norm that is left.
   */
  private double known(Side side, Side other, double[] rest, double[] out) {
    for (int i = 0; i < side.known; i++) {
      Slot slot = side.slots[i];
      double along = kernels.dot(slot.direction, 0, rest, 0, side.dimension);
      kernels.addScaled(-along, slot.direction, rest, side.dimension);
      kernels.addScaled(along, slot.image, out, other.dimension);
    }
    return Math.sqrt(kernels.dot(rest, 0, rest, 0, side.dimension));
  }

  /** Draws the image of a new direction, in agreement with what the other side knows. */
  private void reveal(Slot slot, int n, int m, Side other) {
    stream.fillGaussian(slot.image, 0, m);
    // What moves is made of vectors known before, which have no part in this direction.
    slot.velocity = inertia.velocity(m);
    tilt.apply(other == right, slot.image);
    for (int j = 0; j < other.known; j++) {
      Slot crossing = other.slots[j];
      double fixed = kernels.dot(crossing.image, 0, slot.direction, 0, n);
      double drawn = kernels.dot(crossing.direction, 0, slot.image, 0, m);
      kernels.addScaled(fixed - drawn, crossing.direction, slot.image, m);
    }
  }

  /** What is known from one side: orthonormal directions and their images. */
  private final class Side {
    private final int dimension;
    private final int imageDimension;
    private Slot[] slots;
    private int known;

    private Side(int dimension, int imageDimension, Slot[] slots) {
      this.dimension = dimension;
      this.imageDimension = imageDimension;
      this.slots = slots;
    }

    private void forEach(Consumer<Slot> action) {
      for (int i = 0; i < known; i++) {
        action.accept(slots[i]);
      }
    }

    private void write(DataOutput out) throws IOException {
      out.writeInt(known);
      for (int i = 0; i < known; i++) {
        StoredNumbers.write(out, slots[i].direction, dimension);
        StoredNumbers.write(out, slots[i].image, imageDimension);
        StoredNumbers.write(out, slots[i].velocity, slots[i].velocity.length);
      }
    }

    private void read(DataInput in) throws IOException {
      int count = in.readInt();
      for (known = 0; known < count; known++) {
        Slot slot = next();
        StoredNumbers.read(in, slot.direction, dimension);
        StoredNumbers.read(in, slot.image, imageDimension);
        slot.velocity = inertia.velocity(imageDimension);
        StoredNumbers.read(in, slot.velocity, slot.velocity.length);
      }
    }

    /** Room for one direction more. */
    private Slot next() {
      if (known == slots.length) {
        slots = Arrays.copyOf(slots, known + 1);
        slots[known] = new Slot(new double[dimension], new double[imageDimension]);
      }
      return slots[known];
    }
  }

  /** Room for a direction and its image, in arrays of at least their lengths. */
  static final class Slot {
    private final double[] direction;
    private final double[] image;

    /** Of the image. */
    private double[] velocity;

    Slot(double[] direction, double[] image) {
      this.direction = direction;
      this.image = image;
    }
  }
}
