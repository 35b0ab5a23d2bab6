package dev.upkeep.packaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/// Gives the classes of a jar what Java 5 did not know: stack maps, by which Java verifies them
/// ahead of time. Without, the AOT cache leaves out such classes, and whatever leans on them; in
/// picocli that is every class.
public final class StackMaps {
  private static final int OLD = ClassFile.JAVA_5_VERSION;
  private static final int NEW = ClassFile.JAVA_8_VERSION;
  private static final String CLASS = ".class";

  private final ClassFile classes;

  private StackMaps(Map<String, byte[]> files) {
    this.classes =
        ClassFile.of(
            StackMapsOption.GENERATE_STACK_MAPS,
            ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(
                        type -> {
                          String name = type.descriptorString();
                          byte[] found = files.get(name.substring(1, name.length() - 1) + CLASS);
                          return found == null ? null : new ByteArrayInputStream(found);
                        })
                    .orElse(ClassHierarchyResolver.defaultResolver())));
  }

  /// Rewrites jars in place. Newer classes, and everything else, stay byte for byte.
  ///
  /// @param args the jars
  public static void main(String[] args) throws IOException {
    for (String jar : args) {
      add(Path.of(jar));
    }
  }

  static void add(Path jar) throws IOException {
    Map<String, byte[]> files = read(jar);
    StackMaps maps = new StackMaps(files);
    Path changed = jar.resolveSibling(jar.getFileName() + ".new");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(changed))) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        JarEntry entry = new JarEntry(file.getKey());
        entry.setTime(0); // the same jar in every build
        out.putNextEntry(entry);
        out.write(maps.file(file.getKey(), file.getValue()));
        out.closeEntry();
      }
    }
    Files.move(changed, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private byte[] file(String name, byte[] bytes) {
    return name.endsWith(CLASS) ? newer(bytes).orElse(bytes) : bytes;
  }

  private Optional<byte[]> newer(byte[] bytes) {
    ClassModel old = classes.parse(bytes);
    if (old.majorVersion() > OLD) {
      return Optional.empty();
    }
    ClassTransform version =
        (builder, element) ->
            builder.with(
                element instanceof ClassFileVersion ? ClassFileVersion.of(NEW, 0) : element);
    // A body that is only copied would keep the maps that it does not have.
    ClassTransform bodies =
        ClassTransform.transformingMethodBodies((code, element) -> code.with(element));
    return Optional.of(classes.transformClass(old, version.andThen(bodies)));
  }

  private static Map<String, byte[]> read(Path jar) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (JarFile all = new JarFile(jar.toFile())) {
      all.stream()
          .forEach(entry -> {
            try (var in = all.getInputStream(entry)) {
              files.put(entry.getName(), in.readAllBytes());
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    return files;
  }
}
