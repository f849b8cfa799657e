package org.ntksweep.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Samples have the same bits on any virtual machine")
class SameBitsOnAnyMachineTest {
  private static final String VECTOR_MODULE = "--add-modules=jdk.incubator.vector";

  /**
   * A change of them is a change of results published with a seed: a matter for the release notes.
   */
  private static final String DIGEST_OF_FIRST =
      "1a1c07759602dedbe42ee25f3f7ce0c6e08c0477cf3188b73e234210fbe0e500";

  private static final String DIGEST_OF_LATER =
      "1a5590260bcda7fc8e152f7c9c84adcd3e42d209558d803fc3c5ecf6c00a016e";

  private static final String DIGEST_OF_SIZE_BIASED =
      "d97505beba2ffe3284f9fc48f6eb21f01d6c112558361f1afa7cad08bc3828d9";

  private static final String[] DIGESTS = {DIGEST_OF_FIRST, DIGEST_OF_LATER, DIGEST_OF_SIZE_BIASED};

  @Test
  void inThisOne() throws Exception {
    assertThat(SampleDigest.digests(20)).containsExactly(DIGESTS);
  }

  /** Narrower registers, and the first compiler alone. */
  @ParameterizedTest
  @ValueSource(strings = {"-XX:UseAVX=2", "-XX:TieredStopAtLevel=1"})
  void withOtherInstructions(String option) throws Exception {
    Output output = run(20, VECTOR_MODULE, option);
    assertThat(output.lines().get(0)).startsWith("SIMD");
    assertThat(output.digests()).containsExactly(DIGESTS);
  }

  /** Where there is no fused multiply-add, Java emulates it, some hundred times slower. */
  @Test
  void withoutFusedMultiplyAdd() throws Exception {
    Output output = run(List.of(VECTOR_MODULE, "-XX:UseAVX=0", "-XX:-UseFMA"), "1", "few");
    assertThat(output.digests()).isEqualTo(SampleDigest.digestsOfFew(1));
  }

  @Test
  void withoutTheVectorModuleWhichIsSaidOnce() throws Exception {
    Output output = run(20, "-Xshare:auto");
    assertThat(output.lines()).startsWith("scalar").endsWith(DIGESTS);
    assertThat(output.errors()).containsOnlyOnce(VECTOR_MODULE);
  }

  @Test
  void withSimdTurnedOffWhichIsNotSaid() throws Exception {
    Output output = run(20, "-Dntksweep.simd=off");
    assertThat(output.lines()).startsWith("scalar").endsWith(DIGESTS);
    assertThat(output.errors()).doesNotContain("SIMD");
  }

  /** OpenBLAS rounds as the processor's kernels do, but every time alike. */
  @Test
  void explicitWeightsOnThisMachine() throws Exception {
    Output output = run(List.of(VECTOR_MODULE, "-Xmx200m"), "5", "dense");
    assertThat(output.lines().get(1)).isEqualTo(SampleDigest.denseDigest(5));
    assertThat(output.errors()).doesNotContain("nd4j");
  }

  @Test
  void nothingOfNd4jIsLoadedWithoutExplicitWeights() throws Exception {
    Output output = run(1, VECTOR_MODULE, "-Xlog:class+load");
    assertThat(output.lines()).containsAll(SampleDigest.digests(1));
    assertThat(String.join("\n", output.lines())).doesNotContain("org.nd4j", "org.bytedeco");
  }

  private record Output(List<String> lines, String errors) {
    List<String> digests() {
      return lines.subList(1, lines.size());
    }
  }

  private static Output run(int samples, String... options)
      throws IOException, InterruptedException {
    return run(List.of(options), Integer.toString(samples));
  }

  private static Output run(List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), SampleDigest.class.getName()));
    command.addAll(List.of(arguments));
    Path errors = Files.createTempFile("digest", ".err");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    try (InputStream out = process.getInputStream()) {
      String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      String errorText = Files.readString(errors);
      assertThat(process.waitFor()).as(errorText).isZero();
      return new Output(text.lines().toList(), errorText);
    } finally {
      Files.delete(errors);
    }
  }
}
