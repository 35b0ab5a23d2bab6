package dev.upkeep.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Native libraries in jars: nobody signs them there, and a notary refuses a program that has one.
final class NativeLibrariesTest {
  /// From which image.sh takes them out, or which become part of the runtime.
  private static final Pattern TAKEN =
      Pattern.compile("sqlite-jdbc-.*|jna-5.*|jffi-.*-native|javafx-.*");

  private static final Pattern NATIVE = Pattern.compile(".*\\.(so|dll|dylib|jnilib)");

  @Test
  void no_jar_that_ships_has_one_that_the_image_does_not_take_out() throws Exception {
    List<String> left = new ArrayList<>();
    List<String> with = new ArrayList<>();
    for (String path :
        Files.readString(Path.of("target/test.classpath")).strip().split(File.pathSeparator, -1)) {
      String name = String.valueOf(Path.of(path).getFileName()).replace(".jar", "");
      // From here on are those that only tests use.
      if (name.startsWith("junit-jupiter")) {
        break;
      }
      try (JarFile jar = new JarFile(path)) {
        if (jar.stream().anyMatch(entry -> NATIVE.matcher(entry.getName()).matches())) {
          (TAKEN.matcher(name).matches() ? with : left).add(name);
        }
      }
    }
    assertThat(with).hasSizeGreaterThanOrEqualTo(3);
    assertThat(left).isEmpty();
  }
}
