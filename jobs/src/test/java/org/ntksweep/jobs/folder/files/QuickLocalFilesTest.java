package org.ntksweep.jobs.folder.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickLocalFilesTest {
  private final RawLocalFileSystem quick = new QuickLocalFiles();
  @TempDir java.nio.file.Path folder;

  /** As Hadoop's own file system has them, which asks chmod. */
  @ParameterizedTest
  @ValueSource(strings = {"000", "022", "027", "077"})
  void permissionsAreThoseOfHadoop(String umask) throws IOException {
    Configuration settings = new Configuration(false);
    settings.set("fs.permissions.umask-mode", umask);
    quick.initialize(java.net.URI.create("file:///"), settings);
    RawLocalFileSystem slow = new RawLocalFileSystem();
    slow.initialize(java.net.URI.create("file:///"), settings);
    assertThat(made(quick, "quick")).isEqualTo(made(slow, "slow"));
  }

  private String made(RawLocalFileSystem files, String name) throws IOException {
    files.mkdirs(new Path(folder.toString(), name));
    files.create(new Path(folder.toString(), name + "/file")).close();
    return permissions(folder.resolve(name)) + permissions(folder.resolve(name + "/file"));
  }

  private static String permissions(java.nio.file.Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  /** Not even the superuser may read that one; a file without rights is no trial for them. */
  @Test
  void whatMayNotBeReadIsNotMissing() throws IOException {
    quick.initialize(java.net.URI.create("file:///"), new Configuration(false));
    String unreadable = "/proc/sys/vm/compact_memory";
    assertThatThrownBy(() -> quick.open(new Path(unreadable)))
        .isInstanceOf(FileSystemException.class)
        .hasMessage("compact_memory: permission denied");
    assertThatThrownBy(() -> quick.open(new Path(folder + "/missing")))
        .isInstanceOf(FileNotFoundException.class);
    assertThatThrownBy(() -> quick.open(new Path(folder.toString())))
        .isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void whatJavaDoesNotKnowIsLeftToChmod() throws IOException {
    quick.initialize(java.net.URI.create("file:///"), new Configuration(false));
    quick.setPermission(new Path(folder.toString()), new FsPermission((short) 01750));
    assertThat(permissions(folder)).isEqualTo("rwxr-x---");
    assertThat((int) Files.getAttribute(folder, "unix:mode") & 01000).isEqualTo(01000);
  }
}
