package dev.upkeep.packaging;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.LocalVariableType;
import java.nio.file.Path;

/// Takes out of the classes of a jar what costs a running program memory or time and tells it
/// nothing: the names of local variables, which only a debugger reads, and the classes that Java
/// would make anew at each start for a `switch` over types (see [TypeSwitches]). Lines stay, for
/// the reports of errors.
public final class LeanClasses {
  private static final CodeTransform NO_LOCALS =
      (code, element) -> {
        if (!(element instanceof LocalVariable || element instanceof LocalVariableType)) {
          code.with(element);
        }
      };

  private final ClassFile classes;

  private LeanClasses(RewrittenJar jar) {
    // A new pool, since the names would stay in a shared one.
    this.classes = ClassFile.of(ConstantPoolSharingOption.NEW_POOL, jar.hierarchy());
  }

  /// Rewrites jars in place. What their classes extend is looked for in the jar and in the class
  /// path of this process.
  ///
  /// @param args the jars
  public static void main(String[] args) throws IOException {
    for (String jar : args) {
      thin(Path.of(jar));
    }
  }

  static void thin(Path jar) throws IOException {
    RewrittenJar rewritten = RewrittenJar.read(jar);
    rewritten.write(new LeanClasses(rewritten)::lean);
  }

  /// A class that leans on one which is not here, as a part of a library that nobody uses may,
  /// stays as it is: without knowing its relatives no maps can be made for it.
  private byte[] lean(byte[] bytes) {
    ClassModel model = classes.parse(bytes);
    TypeSwitches switches = new TypeSwitches(model);
    try {
      return classes.transformClass(
          model,
          ClassTransform.transformingMethodBodies(NO_LOCALS.andThen(switches.calls()))
              .andThen(ClassTransform.endHandler(switches::methods)));
    } catch (IllegalArgumentException unknownRelative) {
      return bytes;
    }
  }
}
