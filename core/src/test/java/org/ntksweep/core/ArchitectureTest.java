package org.ntksweep.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Collectors;

/** The direction of the arrows between packages, and what the core may not reach. */
@AnalyzeClasses(packages = "org.ntksweep.core", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ARROWS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("network")
          .definedBy("..core.network..")
          .layer("number")
          .definedBy("..core.number..")
          .layer("simd")
          .definedBy("..core.simd..")
          .layer("matrix")
          .definedBy("..core.matrix..")
          .layer("random")
          .definedBy("..core.random..")
          .layer("pass")
          .definedBy("..core.pass..")
          .layer("observe")
          .definedBy("..core.observe..")
          .layer("sampling")
          .definedBy("..core.sampling..")
          .layer("theory")
          .definedBy("..core.theory..")
          .layer("data")
          .definedBy("..core.data..")
          .layer("training")
          .definedBy("..core.training..")
          .layer("estimate")
          .definedBy("..core.estimate..")
          .whereLayer("network")
          .mayNotAccessAnyLayer()
          .whereLayer("number")
          .mayNotAccessAnyLayer()
          .whereLayer("simd")
          .mayOnlyAccessLayers("number")
          .whereLayer("matrix")
          .mayOnlyAccessLayers("simd")
          .whereLayer("random")
          .mayOnlyAccessLayers("simd", "number")
          .whereLayer("pass")
          .mayOnlyAccessLayers("network", "matrix", "random", "simd", "number")
          .whereLayer("observe")
          .mayOnlyAccessLayers("network", "pass", "matrix", "simd", "number")
          .whereLayer("sampling")
          .mayOnlyAccessLayers(
              "network", "pass", "observe", "theory", "matrix", "random", "simd", "number")
          .whereLayer("theory")
          .mayOnlyAccessLayers("network", "matrix", "simd", "number")
          .whereLayer("data")
          .mayNotAccessAnyLayer()
          .whereLayer("training")
          .mayOnlyAccessLayers(
              "network",
              "data",
              "pass",
              "observe",
              "sampling",
              "theory",
              "matrix",
              "random",
              "simd",
              "number")
          .whereLayer("estimate")
          .mayOnlyAccessLayers("random", "simd", "number");

  @ArchTest
  static final ArchRule ROOMS_OF_ESTIMATE =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("ratio")
          .definedBy("..core.estimate.ratio")
          .layer("bootstrap")
          .definedBy("..core.estimate.bootstrap")
          .layer("estimate")
          .definedBy("..core.estimate")
          .layer("interval")
          .definedBy("..core.estimate.interval")
          .layer("summary")
          .definedBy("..core.estimate.summary")
          .whereLayer("ratio")
          .mayNotAccessAnyLayer()
          .whereLayer("interval")
          .mayNotAccessAnyLayer()
          .whereLayer("bootstrap")
          .mayOnlyAccessLayers("ratio")
          .whereLayer("estimate")
          .mayOnlyAccessLayers("ratio", "bootstrap", "interval");

  @ArchTest
  static final ArchRule NO_SPARK_NO_FILES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "java.nio.file..");

  @ArchTest
  static final ArchRule ONE_PACKAGE_KNOWS_ND4J =
      noClasses()
          .that()
          .resideOutsideOfPackage("..core.matrix..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.nd4j..", "org.bytedeco..");

  /** The incubating API changes between releases: these files have to follow it. */
  @ArchTest
  static final ArchRule FEW_FILES_KNOW_THE_VECTOR_API =
      noClasses()
          .that()
          .haveSimpleNameNotStartingWith("Vector")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jdk.incubator.vector..");

  /**
   * Java promises the same bits everywhere for StrictMath and for these, not for the rest of Math.
   */
  @ArchTest
  static final ArchRule NO_PLATFORM_DEPENDENT_MATHEMATICS =
      noClasses().should().callMethodWhere(PlatformMath.CALLED);

  @ArchTest
  static void aRoomHasFewFiles(JavaClasses classes) {
    Map<String, Long> files =
        classes.stream()
            .filter(c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    assertThat(files)
        .allSatisfy((room, count) -> assertThat(count).as(room).isLessThanOrEqualTo(15));
  }
}
