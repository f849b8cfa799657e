package org.ntksweep.jobs.data.file;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.ntksweep.core.data.DataException;

/**
 * How a row of a table is an example: its column {@code label} has the label, and its column {@code
 * image}, or else all others in their order, the input. An image is a struct that has its file as
 * {@code bytes}, or the bytes alone; numbers may be lists.
 *
 * @param label the place of its column
 * @param inputs the places of the columns of inputs
 */
record ParquetExample(int label, List<Integer> inputs) {
  private static final String LABEL = "label";
  private static final String IMAGE = "image";
  private static final String BYTES = "bytes";

  /**
   * The examples of a table.
   *
   * @throws DataException if it has none
   */
  static ParquetExample of(GroupType schema) {
    if (!schema.containsField(LABEL) || schema.getFieldCount() < 2) {
      throw new DataException("needs columns label and image, not " + names(schema));
    }
    int label = schema.getFieldIndex(LABEL);
    List<Integer> inputs =
        schema.containsField(IMAGE)
            ? List.of(schema.getFieldIndex(IMAGE))
            : IntStream.range(0, schema.getFieldCount()).filter(f -> f != label).boxed().toList();
    return new ParquetExample(label, inputs);
  }

  private static String names(GroupType schema) {
    List<String> names = schema.getFields().stream().map(Type::getName).limit(10).toList();
    return String.join(", ", names);
  }

  /**
   * A row; an image stays a file until its pixels are asked for.
   *
   * @throws DataException if its label or input is missing or not of numbers
   */
  MemoryData.Row row(Group row) {
    double[] is = numbers(row, label).toArray();
    if (is.length != 1) {
      throw new DataException("a label is missing, or not one number");
    }
    if (inputs.size() == 1) {
      Binary image = image(row, inputs.get(0));
      if (image != null) {
        byte[] file = image.getBytes();
        return new MemoryData.Row(is[0], file.length, () -> Pixels.of(file));
      }
    }
    double[] input = inputs.stream().flatMapToDouble(f -> numbers(row, f)).toArray();
    return MemoryData.Row.of(is[0], input);
  }

  /** The file of an image, or null where there is none. */
  private static Binary image(Group row, int field) {
    if (row.getFieldRepetitionCount(field) == 0) {
      throw new DataException("an image is missing");
    }
    Type type = row.getType().getType(field);
    if (type.isPrimitive()) {
      return isBinary(type) ? row.getBinary(field, 0) : null;
    }
    Group struct = row.getGroup(field, 0);
    GroupType fields = struct.getType();
    return fields.containsField(BYTES) && isBinary(fields.getType(BYTES))
        ? image(struct, fields.getFieldIndex(BYTES))
        : null;
  }

  private static boolean isBinary(Type type) {
    return type.isPrimitive()
        && type.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
  }

  /** The numbers of a field, those of lists and of lists of them in their order. */
  private static DoubleStream numbers(Group row, int field) {
    Type type = row.getType().getType(field);
    return IntStream.range(0, row.getFieldRepetitionCount(field))
        .boxed()
        .flatMapToDouble(
            i ->
                type.isPrimitive()
                    ? DoubleStream.of(number(row, field, i))
                    : all(row.getGroup(field, i)));
  }

  private static DoubleStream all(Group group) {
    return IntStream.range(0, group.getType().getFieldCount())
        .boxed()
        .flatMapToDouble(field -> numbers(group, field));
  }

  private static double number(Group row, int field, int i) {
    return switch (row.getType().getType(field).asPrimitiveType().getPrimitiveTypeName()) {
      case BOOLEAN -> row.getBoolean(field, i) ? 1 : 0;
      case INT32 -> row.getInteger(field, i);
      case INT64 -> row.getLong(field, i);
      case FLOAT -> row.getFloat(field, i);
      case DOUBLE -> row.getDouble(field, i);
      default ->
          throw new DataException("column " + row.getType().getFieldName(field) + ": no numbers");
    };
  }
}
