package org.ntksweep.jobs.report.training.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ntksweep.core.observe.KernelEntries;
import org.ntksweep.jobs.report.training.When;
import org.ntksweep.jobs.tables.Column;
import org.ntksweep.jobs.tables.Table;
import org.ntksweep.jobs.tables.TableRow;
import org.ntksweep.jobs.tables.training.KernelColumns;

/** The kernels of the first network of every point, at some of the steps they were looked at. */
public final class KernelPictures {
  /** Steps side by side. */
  private static final int MOST_STEPS = 5;

  /** Examples of a picture. */
  private static final int MOST_EXAMPLES = 64;

  /** Entries of all pictures, or the page would take long to load. */
  private static final double MOST_ENTRIES = 6e6;

  private static final List<String> WHERE =
      names(KernelColumns.POINT_ID, KernelColumns.SAMPLE, KernelColumns.STEP, KernelColumns.TIME);

  private static final List<String> WHAT =
      names(KernelColumns.LABELS, KernelColumns.of(KernelEntries.KERNEL));

  private final Map<Place, Tile> tiles;
  private final Palette palette;

  private record Place(String point, double when) {
    static Place of(TableRow row) {
      return new Place(row.text(KernelColumns.POINT_ID), When.of(row));
    }
  }

  private KernelPictures(Map<Place, Tile> tiles) {
    this.tiles = Map.copyOf(tiles);
    palette = new Palette(tiles.values().stream().anyMatch(Tile::hasNegative) ? -1 : 0);
  }

  /** Of a run that has kept no kernels. */
  public static KernelPictures none() {
    return new KernelPictures(Map.of());
  }

  /** The pictures of a table of kernels. */
  public static KernelPictures of(Table kernels) throws IOException {
    Set<Place> places = new HashSet<>();
    kernels.only(WHERE).read(row -> !isFirst(row) || places.add(Place.of(row)));
    Set<Double> steps = steps(places);
    places.removeIf(place -> !steps.contains(place.when()));
    int examples = (int) Math.min(MOST_EXAMPLES, Math.sqrt(MOST_ENTRIES / places.size()));
    Map<Place, Tile> tiles = new HashMap<>();
    kernels
        .only(Stream.concat(WHERE.stream(), WHAT.stream()).toList())
        .read(
            row -> {
              if (isFirst(row) && places.contains(Place.of(row))) {
                tiles.put(Place.of(row), Tile.of(row, examples));
              }
              return tiles.size() < places.size();
            });
    return new KernelPictures(tiles);
  }

  private static List<String> names(Column<?>... columns) {
    return Stream.of(columns).<String>map(Column::name).toList();
  }

  private static boolean isFirst(TableRow row) {
    return row.value(KernelColumns.SAMPLE).orElseThrow() == 0;
  }

  /** Some of all steps, evenly, with the first and the last. */
  private static Set<Double> steps(Set<Place> places) {
    List<Double> all = List.copyOf(new TreeSet<>(places.stream().map(Place::when).toList()));
    int count = Math.min(MOST_STEPS, all.size());
    Set<Double> some = new HashSet<>();
    IntStream.range(0, count)
        .map(i -> count == 1 ? 0 : i * (all.size() - 1) / (count - 1))
        .forEach(i -> some.add(all.get(i)));
    return some;
  }

  /** The address of the picture of a point's kernel at a step, if there is one. */
  public Optional<String> picture(TableRow row) {
    return Optional.ofNullable(tiles.get(Place.of(row))).map(palette::picture);
  }

  /** The scale of their colours. */
  public JsonNode scale() {
    return palette.scale();
  }
}
