package dev.upkeep.packaging;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;

/// The `switch`es over types of one class, as methods that ask for one type after the other. As the
/// compiler leaves them, Java makes a class for each when it is reached first, with a compiler of
/// its own that it loads for that; no archive keeps these classes.
final class TypeSwitches {
  private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
  private static final int TARGET = 0;
  private static final int FROM = 1;

  private final ClassDesc owner;
  private final boolean isInterface;
  private final List<TypeSwitch> found = new ArrayList<>();

  /// Which of `types` a value has, beginning with one of them.
  private record TypeSwitch(String method, MethodTypeDesc type, List<ClassDesc> types) {}

  TypeSwitches(ClassModel model) {
    this.owner = model.thisClass().asSymbol();
    this.isInterface = model.flags().has(AccessFlag.INTERFACE);
  }

  /// Calls our methods instead.
  CodeTransform calls() {
    return (code, element) -> {
      if (element instanceof InvokeDynamicInstruction call && isOverTypes(call)) {
        TypeSwitch one =
            new TypeSwitch(
                "typeSwitch$" + found.size(),
                call.typeSymbol(),
                call.bootstrapArgs().stream().map(ClassDesc.class::cast).toList());
        found.add(one);
        code.invokestatic(owner, one.method(), one.type(), isInterface);
      } else {
        code.with(element);
      }
    };
  }

  /// Adds the methods that were called.
  void methods(ClassBuilder builder) {
    for (TypeSwitch one : found) {
      builder.withMethodBody(
          one.method(),
          one.type(),
          ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
          code -> body(code, one.types()));
    }
  }

  /// -1 for null, else the first fitting place at or after the one to begin with, or how many there
  /// are.
  private static void body(CodeBuilder code, List<ClassDesc> types) {
    Label something = code.newLabel();
    code.aload(TARGET).ifnonnull(something).iconst_m1().ireturn().labelBinding(something);
    for (int i = 0; i < types.size(); i++) {
      Label next = code.newLabel();
      code.iload(FROM)
          .loadConstant(i)
          .if_icmpgt(next)
          .aload(TARGET)
          .instanceOf(types.get(i))
          .ifeq(next)
          .loadConstant(i)
          .ireturn()
          .labelBinding(next);
    }
    code.loadConstant(types.size()).ireturn();
  }

  private static boolean isOverTypes(InvokeDynamicInstruction call) {
    DirectMethodHandleDesc bootstrap = call.bootstrapMethod();
    return bootstrap.owner().equals(BOOTSTRAPS)
        && bootstrap.methodName().equals("typeSwitch")
        && call.bootstrapArgs().stream().allMatch(TypeSwitches::isType);
  }

  private static boolean isType(ConstantDesc label) {
    return label instanceof ClassDesc type && !type.isPrimitive();
  }
}
