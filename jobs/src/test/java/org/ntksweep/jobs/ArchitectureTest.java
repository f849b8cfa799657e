package org.ntksweep.jobs;

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

/** The direction of the arrows between packages: from the sweep file to the people who look. */
@AnalyzeClasses(packages = "org.ntksweep.jobs", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ARROWS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("data")
          .definedBy("..jobs.data..")
          .layer("config")
          .definedBy("..jobs.config..")
          .layer("plan")
          .definedBy("..jobs.plan..")
          .layer("source")
          .definedBy("..jobs.source..")
          .layer("tables")
          .definedBy("..jobs.tables..")
          .layer("shell")
          .definedBy("..jobs.shell..")
          .layer("folder")
          .definedBy("..jobs.folder..")
          .layer("run")
          .definedBy("..jobs.run..")
          .layer("report")
          .definedBy("..jobs.report..")
          .layer("cli")
          .definedBy("..jobs.cli..")
          .whereLayer("data")
          .mayOnlyAccessLayers("shell")
          .whereLayer("config")
          .mayOnlyAccessLayers("data")
          .whereLayer("plan")
          .mayOnlyAccessLayers("config", "data", "tables", "shell")
          .whereLayer("source")
          .mayOnlyAccessLayers("config", "data", "tables", "plan", "shell")
          .whereLayer("tables")
          .mayOnlyAccessLayers("config", "data", "shell")
          .whereLayer("shell")
          .mayNotAccessAnyLayer()
          .whereLayer("folder")
          .mayOnlyAccessLayers("config", "tables", "shell")
          .whereLayer("run")
          .mayOnlyAccessLayers("config", "data", "plan", "source", "tables", "shell", "folder")
          .whereLayer("report")
          .mayOnlyAccessLayers("tables", "shell", "folder")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .ensureAllClassesAreContainedInArchitecture();

  /** Sweep files are read and runs looked at without Spark, so that answers come at once. */
  @ArchTest
  static final ArchRule FEW_NEED_SPARK =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..jobs.data..",
              "..jobs.config..",
              "..jobs.plan..",
              "..jobs.folder..",
              "..jobs.report..",
              "..jobs.shell..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.spark..");

  @ArchTest
  static void aRoomHasFewFiles(JavaClasses classes) {
    Map<String, Long> files =
        classes.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    assertThat(files)
        .allSatisfy((room, count) -> assertThat(count).as(room).isLessThanOrEqualTo(15));
  }
}
