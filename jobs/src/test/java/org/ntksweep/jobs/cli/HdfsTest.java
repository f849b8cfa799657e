package org.ntksweep.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.ntksweep.jobs.folder.RunFolder;

/** Runs on a file system that is not the local one: HDFS, with a name node and a data node. */
@TestInstance(Lifecycle.PER_CLASS)
final class HdfsTest extends CommandLineTest {
  @TempDir private static File disks;
  private MiniDFSCluster hdfs;
  private String folder = "";
  private String local = "";

  @BeforeAll
  void run() throws IOException {
    hdfs = new MiniDFSCluster.Builder(new Configuration(), disks).numDataNodes(1).build();
    hdfs.waitActive();
    folder = hdfs.getURI() + "/runs/a";
    assertThat(execute(command(path("here")))).as(err()).isZero();
    assertThat(execute("show", path("here"), "--format", "csv")).isZero();
    local = out();
    assertThat(execute(command(folder))).as(err()).isZero();
  }

  @AfterAll
  void stop() {
    hdfs.shutdown();
  }

  @Test
  void aRunLeavesWhatALocalOneLeaves() throws IOException {
    assertThat(names("")).contains("config.yaml", "manifest.json", "points", "samples");
    assertThat(names("/estimates")).isNotEmpty().allMatch(name -> name.endsWith(".parquet"));
    assertThat(execute("show", folder, "--format", "csv")).isZero();
    assertThat(out()).isEqualTo(local);
  }

  @Test
  void aFolderInUseIsRefused() throws IOException {
    assertRefused(List.of(command(folder)), "holds a run already", "--overwrite");
    try (FileSystem files = files()) {
      files.create(new Path("/thesis/thesis.tex")).close();
    }
    String taken = hdfs.getURI() + "/thesis";
    assertRefused(List.of(command(taken)), "needs a new or an empty folder");
    assertRefused(List.of(command(taken, "--overwrite")), "replaces only runs");
    assertThat(names("/../../thesis")).containsExactly("thesis.tex");
  }

  @Test
  void aRunIsReplacedWhenAskedTo() throws IOException {
    String other = hdfs.getURI() + "/runs/b";
    assertThat(execute(command(other, "samples=20"))).as(err()).isZero();
    assertThat(execute(command(other, "--overwrite"))).as(err()).isZero();
    assertThat(execute("show", other, "--format", "csv")).isZero();
    assertThat(out()).isEqualTo(local);
  }

  @Test
  void theSweepFileMayBeThereToo() throws IOException {
    String sweep = folder + "/config.yaml";
    assertThat(execute("run", sweep, "--out", folder, "--resume")).as(err()).isZero();
    assertThat(err()).contains("is complete already");
    assertRefused(List.of("run", folder + "/sweep.yaml"), "sweep.yaml: there is no such file");
  }

  @Test
  void aFileSystemThatIsNotThereIsToldAtOnce() throws IOException {
    String unknown = "nfs4://host/runs/a";
    assertRefused(List.of(command(unknown)), unknown, "nfs4");
  }

  private static String[] command(String folder, String... more) {
    List<String> words = List.of("run", path("tiny.yaml"), "--out", folder, "--master", "local[2]");
    return Stream.concat(words.stream(), Arrays.stream(more)).toArray(String[]::new);
  }

  private List<String> names(String inRun) throws IOException {
    try (FileSystem files = files()) {
      return Arrays.stream(files.listStatus(new Path(folder + inRun)))
          .map(FileStatus::getPath)
          .map(Path::getName)
          .toList();
    }
  }

  private FileSystem files() throws IOException {
    return FileSystem.newInstance(hdfs.getURI(), RunFolder.configuration());
  }
}
