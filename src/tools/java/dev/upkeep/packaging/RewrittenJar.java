package dev.upkeep.packaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/// A jar whose classes are written anew in place; everything else stays byte for byte.
final class RewrittenJar {
  private static final String CLASS = ".class";

  private final Path jar;
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private RewrittenJar(Path jar) {
    this.jar = jar;
  }

  static RewrittenJar read(Path jar) throws IOException {
    RewrittenJar read = new RewrittenJar(jar);
    try (JarFile all = new JarFile(jar.toFile())) {
      all.stream()
          .forEach(entry -> {
            try (var in = all.getInputStream(entry)) {
              read.files.put(entry.getName(), in.readAllBytes());
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    return read;
  }

  /// Which class extends which, as the jar and the class path of this process have it: what the
  /// maps of a rewritten method are made from.
  ClassHierarchyResolverOption hierarchy() {
    return ClassHierarchyResolverOption.of(
        ClassHierarchyResolver.ofResourceParsing(
                type -> {
                  String name = type.descriptorString();
                  byte[] found = files.get(name.substring(1, name.length() - 1) + CLASS);
                  return found == null ? null : new ByteArrayInputStream(found);
                })
            .orElse(ClassHierarchyResolver.defaultResolver()));
  }

  /// Replaces each class by what `change` makes of it.
  void write(UnaryOperator<byte[]> change) throws IOException {
    Path changed = jar.resolveSibling(jar.getFileName() + ".new");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(changed))) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        JarEntry entry = new JarEntry(file.getKey());
        // The same whenever it is built.
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        out.putNextEntry(entry);
        out.write(file.getKey().endsWith(CLASS) ? change.apply(file.getValue()) : file.getValue());
        out.closeEntry();
      }
    }
    Files.move(changed, jar, StandardCopyOption.REPLACE_EXISTING);
  }
}
