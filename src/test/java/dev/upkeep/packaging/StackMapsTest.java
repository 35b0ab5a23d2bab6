package dev.upkeep.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class StackMapsTest {
  @TempDir private Path folder;

  private Path picocli() throws Exception {
    Path ours =
        Path.of(CommandLine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path copy = Files.copy(ours, folder.resolve("picocli.jar"));
    StackMaps.add(copy);
    return copy;
  }

  private static List<String> names(Path jar) throws Exception {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().map(JarEntry::getName).toList();
    }
  }

  @Test
  void the_old_classes_get_maps_and_verify() throws Exception {
    Path jar = picocli();
    List<String> classes =
        names(jar).stream()
            .filter(name -> name.endsWith(".class") && !name.equals("module-info.class"))
            .filter(name -> !name.startsWith("META-INF"))
            .toList();
    assertThat(classes).hasSizeGreaterThan(200);

    boolean anyMap = false;
    try (JarFile file = new JarFile(jar.toFile())) {
      for (String name : classes) {
        ClassModel model =
            ClassFile.of().parse(file.getInputStream(file.getEntry(name)).readAllBytes());
        assertThat(model.majorVersion()).as(name).isGreaterThanOrEqualTo(ClassFile.JAVA_8_VERSION);
        assertThat(ClassFile.of().verify(model)).as(name).isEmpty();
        anyMap |=
            model.methods().stream()
                .flatMap(method -> method.findAttribute(Attributes.code()).stream())
                .anyMatch(code -> code.findAttribute(Attributes.stackMapTable()).isPresent());
      }
    }
    assertThat(anyMap).isTrue();
  }

  @Test
  void java_itself_takes_them() throws Exception {
    Path jar = picocli();
    List<String> loaded = new ArrayList<>();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      for (String name : List.of("picocli.CommandLine", "picocli.CommandLine$Model$CommandSpec")) {
        // Initialising links, and linking verifies.
        loaded.add(Class.forName(name, true, loader).getName());
      }
    }
    assertThat(loaded).hasSize(2);
  }

  @Test
  void what_is_no_old_class_stays_as_it_was() throws Exception {
    Path before =
        Path.of(CommandLine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path after = picocli();

    assertThat(names(after)).containsExactlyElementsOf(names(before));
    try (JarFile one = new JarFile(before.toFile());
        JarFile other = new JarFile(after.toFile())) {
      String manifest = "META-INF/MANIFEST.MF";
      assertThat(other.getInputStream(other.getEntry(manifest)).readAllBytes())
          .isEqualTo(one.getInputStream(one.getEntry(manifest)).readAllBytes());
    }
  }
}
