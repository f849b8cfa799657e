package org.ntksweep.jobs.tables.parquet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.ntksweep.jobs.tables.TableRow;

/** Parquet's records as rows. */
public final class Groups {
  private Groups() {}

  public static TableRow row(Group group) {
    GroupType schema = group.getType();
    Map<String, Object> values = new LinkedHashMap<>();
    for (int field = 0; field < schema.getFieldCount(); field++) {
      if (group.getFieldRepetitionCount(field) > 0) {
        values.put(schema.getFieldName(field), value(group, field));
      }
    }
    return new TableRow(values);
  }

  private static Object value(Group group, int field) {
    Type type = group.getType().getType(field);
    return type.isPrimitive()
        ? value(group, field, type.asPrimitiveType().getPrimitiveTypeName())
        : list(group.getGroup(field, 0));
  }

  private static Object value(Group group, int field, PrimitiveTypeName type) {
    return switch (type) {
      case BOOLEAN -> group.getBoolean(field, 0);
      case INT32 -> group.getInteger(field, 0);
      case INT64 -> group.getLong(field, 0);
      case DOUBLE -> group.getDouble(field, 0);
      default -> group.getString(field, 0);
    };
  }

  /** Parquet's three-level list: a repeated group around every element. */
  private static List<Object> list(Group list) {
    return IntStream.range(0, list.getFieldRepetitionCount(0))
        .mapToObj(i -> value(list.getGroup(0, i), 0))
        .toList();
  }
}
