package dev.upkeep.packaging;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.nio.file.Path;

/// Gives the classes of a jar what Java 5 did not know: stack maps, by which Java verifies them
/// ahead of time. Without, the AOT cache leaves out such classes, and whatever leans on them; in
/// picocli that is every class.
public final class StackMaps {
  private static final int OLD = ClassFile.JAVA_5_VERSION;
  private static final int NEW = ClassFile.JAVA_8_VERSION;

  private final ClassFile classes;

  private StackMaps(RewrittenJar jar) {
    this.classes = ClassFile.of(StackMapsOption.GENERATE_STACK_MAPS, jar.hierarchy());
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
    RewrittenJar rewritten = RewrittenJar.read(jar);
    rewritten.write(new StackMaps(rewritten)::newer);
  }

  private byte[] newer(byte[] bytes) {
    ClassModel old = classes.parse(bytes);
    if (old.majorVersion() > OLD) {
      return bytes;
    }
    ClassTransform version =
        (builder, element) ->
            builder.with(
                element instanceof ClassFileVersion ? ClassFileVersion.of(NEW, 0) : element);
    // A body that is only copied would keep the maps that it does not have.
    ClassTransform bodies =
        ClassTransform.transformingMethodBodies((code, element) -> code.with(element));
    return classes.transformClass(old, version.andThen(bodies));
  }
}
