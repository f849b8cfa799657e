package org.ntksweep.jobs.folder.commit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ntksweep.jobs.folder.seal.Digest;
import org.ntksweep.jobs.folder.seal.SealedJson;
import org.ntksweep.jobs.shell.Reason;

/**
 * What one wave adds to a run folder. Once a commit is on disk the wave counts: files it names that
 * are not in their places yet are put there before the run goes on.
 *
 * @param number its place among the commits of the folder, from 0
 * @param progress how far the points of the wave are, by what they have in common
 * @param rows the number of rows it adds, by folder
 * @param moves files to put in their places; both names are relative to the run folder
 * @param removes files that are superseded
 * @param digests what the files it adds hold, by their places; none in folders of older versions
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Commit(
    int number,
    List<PointsAt> progress,
    Map<String, Long> rows,
    List<Move> moves,
    List<String> removes,
    Map<String, Digest> digests) {

  /** Copies; nothing of it is null, no count below 0. */
  public Commit {
    progress = List.copyOf(progress);
    rows = Map.copyOf(rows);
    moves = List.copyOf(moves);
    removes = List.copyOf(removes);
    digests = digests == null ? Map.of() : Map.copyOf(digests);
    if (rows.values().stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("fewer rows than none");
    }
  }

  private static final ObjectMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  /** Points that are equally far. */
  public record PointsAt(PointProgress at, List<String> points) {

    /** Copies; nothing of it is null. */
    public PointsAt {
      Objects.requireNonNull(at, "at");
      points = List.copyOf(points);
    }
  }

  /** A file and its place. */
  public record Move(String from, String to) {

    /** Nothing of it is null. */
    public Move {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
    }
  }

  /** The progress of points as the commit keeps it. */
  public static List<PointsAt> grouped(Map<String, PointProgress> progress) {
    return progress.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getValue,
                LinkedHashMap::new,
                Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
        .entrySet()
        .stream()
        .map(group -> new PointsAt(group.getKey(), group.getValue()))
        .toList();
  }

  /** The JSON, on one line. */
  public String text() {
    try {
      return JSON.writeValueAsString(SealedJson.sealed(JSON.valueToTree(this))) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records can always be written", e);
    }
  }

  /**
   * Reads a commit, which may come from anywhere.
   *
   * @param number its place among the commits of the folder
   * @param isSealed whether one before it has a checksum; older versions wrote none
   * @throws JsonProcessingException if it is not the commit of this number, or touches other files
   *     than those of the tables of its folder
   */
  public static Commit parse(String text, int number, boolean isSealed)
      throws JsonProcessingException {
    SealedJson json = SealedJson.parse(text);
    Commit commit = read(json.object());
    if (commit.number != number) {
      throw new JsonMappingException(null, "it is not commit " + number);
    }
    if (!json.isSealed() && (isSealed || commit.hasDigests())) {
      throw new JsonMappingException(null, "its checksum is missing");
    }
    Optional<String> foreign =
        Stream.concat(
                commit.moves.stream().filter(move -> !commit.mayMake(move)).map(Move::to),
                commit.removes.stream().filter(file -> !CommitNames.isRemovedBy(number, file)))
            .findFirst();
    if (foreign.isPresent()) {
      throw new JsonMappingException(
          null, "it may not touch a file named '" + Reason.printable(foreign.get()) + "'");
    }
    return commit;
  }

  /** What a library has to say of it are names of classes. */
  private static Commit read(ObjectNode object) throws JsonProcessingException {
    try {
      return JSON.treeToValue(object, Commit.class);
    } catch (JsonProcessingException e) {
      throw new JsonMappingException(null, "it lacks something, or holds what no commit does", e);
    }
  }

  private boolean mayMake(Move move) {
    return CommitNames.isDraft(move.from, number) && CommitNames.isAddedBy(number, move.to);
  }

  /** Whether it knows what the files it adds hold; in folders of older versions it does not. */
  boolean hasDigests() {
    return !digests.isEmpty();
  }

  /** Whether it says something of one of the points. */
  public boolean concerns(Set<String> points) {
    return progress.stream().anyMatch(group -> group.points().stream().anyMatch(points::contains));
  }

  /** The files it put into a folder, relative to the run folder. */
  public List<String> files(String folder) {
    return moves.stream().map(Move::to).filter(file -> file.startsWith(folder + "/")).toList();
  }
}
