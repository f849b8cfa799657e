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

  /** One operation with its arguments, as the back end wants them. */
  private record Call(Mmul operation, OpContext context) {}

  private Product(NativeMatrix a, boolean transposed, NativeMatrix b, NativeMatrix out) {
    try {
      prepare(a, transposed, b, out);
    } catch (RuntimeException | Error e) {
      contexts.closeAfter(e);
      throw e;
    }
  }

  private void prepare(NativeMatrix a, boolean transposed, NativeMatrix b, NativeMatrix out) {
    if (b.columns() > VECTORS) {
      calls.add(call(a.array(), transposed, b.array(), out.array()));
    } else {
      for (int j = 0; j < b.columns(); j++) {
        calls.add(call(a.array(), transposed, b.column(j), out.column(j)));
      }
    }
  }

  /** {@code out = a b}; {@code out} must share no memory with the factors. */
  public static Product of(NativeMatrix a, NativeMatrix b, NativeMatrix out) {
    check(a.rows(), a.columns(), b, out);
    return new Product(a, false, b, out);
  }

  /** {@code out = a^T b}; {@code out} must share no memory with the factors. */
  public static Product ofTransposed(NativeMatrix a, NativeMatrix b, NativeMatrix out) {
    check(a.columns(), a.rows(), b, out);
    return new Product(a, true, b, out);
  }

  private static void check(int rows, int columns, NativeMatrix b, NativeMatrix out) {
    if (columns != b.rows() || rows != out.rows() || b.columns() != out.columns()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d x %d times %d x %d into %d x %d: shapes do not match",
              rows,
              columns,
              b.rows(),
              b.columns(),
              out.rows(),
              out.columns()));
    }
  }

  private Call call(INDArray a, boolean transposed, INDArray b, INDArray out) {
    MMulTranspose transpose =
        MMulTranspose.builder().transposeA(transposed).transposeB(false).build();
    Mmul operation = new Mmul(a, b, out, 1, 0, transpose);
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
