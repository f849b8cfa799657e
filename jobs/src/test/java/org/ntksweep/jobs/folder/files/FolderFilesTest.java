package org.ntksweep.jobs.folder.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ntksweep.jobs.folder.RunFolder;

final class FolderFilesTest {
  @TempDir private Path temp;

  @Test
  void noNameLeadsOutOfTheFolder() throws IOException {
    Files.writeString(temp.resolve("victim"), "precious");
    FolderFiles folder = folder(temp.resolve("run"));
    folder.create();
    for (String name :
        List.of("../victim", "a/../../victim", "/etc/passwd", "", "file:///a", "a//b")) {
      assertThatThrownBy(() -> folder.read(name)).as(name).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> folder.delete(name)).as(name).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> folder.write(name, "")).as(name).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> folder.move(name, "b")).as(name).isInstanceOf(IOException.class);
    }
    assertThat(temp.resolve("victim")).hasContent("precious");
  }

  /** The mask belongs to a process: another one makes the files. */
  @Test
  void permissionsAreThoseTheProcessGives() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path run = temp.resolve("run");
    int exit =
        new ProcessBuilder(
                "bash",
                "-c",
                "umask 0027; exec \"$@\"",
                "bash",
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Maker.class.getName(),
                run.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    assertThat(exit).isZero();
    assertThat(permissions(run)).isEqualTo("rwxr-x---");
    assertThat(permissions(run.resolve("samples"))).isEqualTo("rwxr-x---");
    assertThat(permissions(run.resolve("samples/a"))).isEqualTo("rw-r-----");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /** Makes a folder and files in it. */
  static final class Maker {
    private Maker() {}

    public static void main(String[] args) throws IOException {
      FolderFiles folder = folder(Path.of(args[0]));
      folder.create();
      folder.write("a", "text");
      folder.move("a", "samples/a");
    }
  }

  private static FolderFiles folder(Path path) {
    return FolderFiles.at(path.toString(), RunFolder.configuration());
  }
}
