package org.ntksweep.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Every public type of the core and every public member of one is documented, components of records
 * by name. The compiler's own check would ask for a {@code @return} beside each summary.
 */
class PublicJavadocTest {
  private static final Path SOURCES = Path.of("src/main/java");

  @Test
  void everyPublicMemberIsDocumented() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (Stream<Path> tree = Files.walk(SOURCES);
        StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<Path> sources = tree.filter(file -> file.toString().endsWith(".java")).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, d -> {}, null, null, files.getJavaFileObjectsFromPaths(sources));
      PublicMembers scanner = new PublicMembers(DocTrees.instance(task));
      for (CompilationUnitTree unit : task.parse()) {
        scanner.scan(new TreePath(unit), null);
      }
      assertThat(scanner.seen).isGreaterThan(500);
      assertThat(scanner.undocumented).isEmpty();
    }
  }

  /** Collects what others can see and no comment says what it is. */
  private static final class PublicMembers extends TreePathScanner<Void, Void> {
    private final DocTrees docs;
    private final List<String> undocumented = new ArrayList<>();
    private int seen;

    PublicMembers(DocTrees docs) {
      this.docs = docs;
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
      if (!isVisible(type.getModifiers())) {
        return null;
      }
      check(type.getSimpleName().toString());
      return super.visitClass(type, null);
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      boolean inherited =
          method.getModifiers().getAnnotations().stream()
              .anyMatch(a -> a.getAnnotationType().toString().equals("Override"));
      boolean ofRecord = method.getReturnType() == null && enclosing() == Tree.Kind.RECORD;
      if (isVisible(method.getModifiers()) && !inherited && !ofRecord) {
        check(method.getName().toString());
      }
      return null;
    }

    @Override
    public Void visitVariable(VariableTree field, Void unused) {
      // A component of a record shows as a private field.
      boolean isComponent =
          enclosing() == Tree.Kind.RECORD
              && !field.getModifiers().getFlags().contains(Modifier.STATIC);
      if (isComponent) {
        checkComponent(field.getName().toString());
      } else if (isVisible(field.getModifiers())) {
        check(field.getName().toString());
      }
      return null;
    }

    private Tree.Kind enclosing() {
      return getCurrentPath().getParentPath().getLeaf().getKind();
    }

    /** Members of interfaces are public without saying so. */
    private boolean isVisible(ModifiersTree modifiers) {
      return modifiers.getFlags().contains(Modifier.PUBLIC)
          || modifiers.getFlags().contains(Modifier.PROTECTED)
          || (enclosing() == Tree.Kind.INTERFACE
              && !modifiers.getFlags().contains(Modifier.PRIVATE));
    }

    private void check(String name) {
      seen++;
      if (docs.getDocComment(getCurrentPath()) == null) {
        undocumented.add(place() + name);
      }
    }

    private void checkComponent(String name) {
      seen++;
      String comment = docs.getDocComment(getCurrentPath().getParentPath());
      if (comment == null || !comment.contains("@param " + name + " ")) {
        undocumented.add(place() + "@param " + name);
      }
    }

    private String place() {
      CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
      long line =
          unit.getLineMap()
              .getLineNumber(
                  docs.getSourcePositions().getStartPosition(unit, getCurrentPath().getLeaf()));
      return Path.of(unit.getSourceFile().getName()).getFileName() + ":" + line + " ";
    }
  }
}
