package dev.upkeep.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MergedJarTest {
  private static final String SERVICE = "META-INF/services/java.lang.Runnable";

  @TempDir private Path folder;

  @Test
  void licences_stay_apart_and_services_come_together() throws IOException {
    Path program =
        jar(
            "program.jar",
            Map.of("Main-Class", "a.A", "Class-Path", "lib/x.jar"),
            Map.of("a/A.class", "A"));
    Path one =
        jar(
            "one-1.0.jar",
            Map.of("Multi-Release", "true"),
            Map.of(
                "META-INF/LICENSE",
                "1",
                SERVICE,
                "b.B # ours\n",
                "module-info.class",
                "m",
                "b/B.class",
                "B"));
    Path two =
        jar(
            "two.jar",
            Map.of(),
            Map.of(
                "META-INF/LICENSE",
                "2",
                "NOTICE.txt",
                "n",
                SERVICE,
                "c.C",
                "META-INF/X.SF",
                "s",
                "data",
                "d"));

    MergedJar.merge(List.of(program, one, two));

    try (JarFile merged = new JarFile(program.toFile())) {
      Attributes manifest = merged.getManifest().getMainAttributes();
      assertThat(manifest.getValue("Main-Class")).isEqualTo("a.A");
      assertThat(manifest.getValue("Class-Path")).isNull();
      assertThat(manifest.getValue("Multi-Release")).isEqualTo("true");
      assertThat(merged.stream().map(JarEntry::getName))
          .containsExactlyInAnyOrder(
              "META-INF/MANIFEST.MF",
              "a/A.class",
              "b/B.class",
              "data",
              "META-INF/licenses/one-1.0/LICENSE",
              "META-INF/licenses/two/LICENSE",
              "META-INF/licenses/two/NOTICE.txt",
              SERVICE);
      assertThat(
              new String(
                  merged.getInputStream(merged.getEntry(SERVICE)).readAllBytes(),
                  StandardCharsets.UTF_8))
          .isEqualTo("b.B\nc.C\n");
    }
  }

  @Test
  void a_class_that_two_jars_have_is_refused() throws IOException {
    Path one = jar("one.jar", Map.of(), Map.of("a/A.class", "1"));
    Path two = jar("two.jar", Map.of(), Map.of("a/A.class", "2"));

    assertThatThrownBy(() -> MergedJar.merge(List.of(one, two)))
        .hasMessage("a/A.class is in one and in two");
  }

  private Path jar(String name, Map<String, String> attributes, Map<String, String> entries)
      throws IOException {
    Path jar = folder.resolve(name);
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.forEach(
        (key, value) -> manifest.getMainAttributes().put(new Attributes.Name(key), value));
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        out.putNextEntry(new JarEntry(entry.getKey()));
        out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return jar;
  }
}
