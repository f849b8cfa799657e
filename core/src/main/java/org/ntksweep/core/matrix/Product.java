package org.ntksweep.core.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.api.blas.params.MMulTranspose;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;

/**
 * A product of matrices, prepared once and computed as often as their entries change: a call then
 * costs about a microsecond before the arithmetic begins, instead of ten.
 *
 * <p>The bits of the result are those the BLAS behind ND4J gives. On one machine, with one thread,
 * they are the same every time; on processors for which it has other kernels they agree to
 * rounding.
 */
public final class Product implements AutoCloseable {
  /** Up to so many columns it is faster to multiply by one after another. */
  public static final int VECTORS = 5;

  private final OpExecutioner executioner = BackEnd.executioner();
  private final List<Call> calls = new ArrayList<>();
  private final Resources contexts = new Resources();

  /** Which factors are transposed, and whether the product is added to what is there. */
  private enum Form {
    PLAIN(false, false, false),
    OF_A(true, false, false),
    OF_B(false, true, false),
    ADDING(false, true, true);

    private final boolean ofA;
    private final boolean ofB;
    private final boolean adding;

    Form(boolean ofA, boolean ofB, boolean adding) {
      this.ofA = ofA;
      this.ofB = ofB;
      this.adding = adding;
    }
  }

  /** One operation with its arguments, as the back end wants them. */
  private record Call(Mmul operation, OpContext context) {}

  private Product(Form form, NativeMatrix a, NativeMatrix b, NativeMatrix out) {
    try {
      prepare(form, a, b, out);
    } catch (RuntimeException | Error e) {
      contexts.closeAfter(e);
      throw e;
    }
  }

  private void prepare(Form form, NativeMatrix a, NativeMatrix b, NativeMatrix out) {
    if (form.ofB || b.columns() > VECTORS) {
      calls.add(call(form, a.array(), b.array(), out.array()));
    } else {
      for (int j = 0; j < b.columns(); j++) {
        calls.add(call(form, a.array(), b.column(j), out.column(j)));
      }
    }
  }

  /** {@code out = a b}; {@code out} must share no memory with the factors, here and below. */
  public static Product of(NativeMatrix a, NativeMatrix b, NativeMatrix out) {
    return checked(Form.PLAIN, a, b, out);
  }

  /** {@code out = a^T b}. */
  public static Product ofTransposed(NativeMatrix a, NativeMatrix b, NativeMatrix out) {
    return checked(Form.OF_A, a, b, out);
  }

  /** {@code out = a b^T}: the sum of the outer products of their columns. */
  public static Product ofColumns(NativeMatrix a, NativeMatrix b, NativeMatrix out) {
    return checked(Form.OF_B, a, b, out);
  }

  /** {@code out += a b^T}. */
  public static Product addingColumns(NativeMatrix a, NativeMatrix b, NativeMatrix out) {
    return checked(Form.ADDING, a, b, out);
  }

  private static Product checked(Form form, NativeMatrix a, NativeMatrix b, NativeMatrix out) {
    check(form.ofA ? a.columns() : a.rows(), out.rows(), a, b);
    check(form.ofA ? a.rows() : a.columns(), form.ofB ? b.columns() : b.rows(), a, b);
    check(form.ofB ? b.rows() : b.columns(), out.columns(), a, b);
    return new Product(form, a, b, out);
  }

  private static void check(int one, int other, NativeMatrix a, NativeMatrix b) {
    if (one != other) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "product of %d x %d and %d x %d: %d and %d do not match",
              a.rows(),
              a.columns(),
              b.rows(),
              b.columns(),
              one,
              other));
    }
  }

  private Call call(Form form, INDArray a, INDArray b, INDArray out) {
    MMulTranspose transpose =
        MMulTranspose.builder().transposeA(form.ofA).transposeB(form.ofB).build();
    Mmul operation = new Mmul(a, b, out, 1, form.adding ? 1 : 0, transpose);
    OpContext context = contexts.own(executioner.buildContext());
    context.setInputArrays(operation.inputArguments());
    context.setOutputArrays(operation.outputArguments());
    context.setIArguments(operation.iArgs());
    context.setTArguments(operation.tArgs());
    return new Call(operation, context);
  }

  /** Computes the product of what the factors hold. */
  public void compute() {
    for (Call call : calls) {
      executioner.exec(call.operation(), call.context());
    }
  }

  /** Frees what was prepared; the matrices stay. */
  @Override
  public void close() {
    contexts.close();
  }
}
