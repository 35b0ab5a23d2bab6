package dev.upkeep.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A packaged class does what it did, with less.
final class LeanClassesTest {
  @TempDir private Path folder;

  /// What is packaged in the test; in an interface, too, a switch has its method.
  interface Sample {
    record Pair(Object first, Object second) {}

    static String name(@Nullable Object thing) {
      return switch (thing) {
        case null -> "nothing";
        case String text when text.isEmpty() -> "an empty text";
        case String text -> "the text " + text;
        case Pair(String first, Pair(_, Integer second)) -> first + " and " + second;
        case Pair(_, Pair _) -> "a pair with a pair";
        case int[] numbers -> numbers.length + " numbers";
        case Number number -> "a number, " + number;
        case Thread.State.NEW -> "new";
        default -> "something";
      };
    }

    static String plain(Object thing) {
      return switch (thing) {
        case Integer number when number > 9 -> "many";
        case Integer number -> "few, " + number;
        case CharSequence text -> "text of " + text.length();
        default -> "else";
      };
    }
  }

  private Path packaged() throws Exception {
    Path jar = folder.resolve("sample.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Class<?> one : List.of(Sample.class, Sample.Pair.class)) {
        String name = one.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(name));
        try (var in = one.getClassLoader().getResourceAsStream(name)) {
          assertThat(in).isNotNull().satisfies(it -> it.transferTo(out));
        }
      }
    }
    LeanClasses.thin(jar);
    return jar;
  }

  private static ClassModel model(Path jar, Class<?> type) throws Exception {
    try (JarFile file = new JarFile(jar.toFile())) {
      JarEntry entry = file.getJarEntry(type.getName().replace('.', '/') + ".class");
      return ClassFile.of().parse(file.getInputStream(entry).readAllBytes());
    }
  }

  @Test
  void every_switch_decides_as_before() throws Exception {
    List<Object> things =
        List.of(
            "",
            "x",
            new Sample.Pair("a", new Sample.Pair(1, 2)),
            new Sample.Pair("a", new Sample.Pair(1, "b")),
            new Sample.Pair(1, 2),
            new int[3],
            4,
            40,
            2.5,
            Thread.State.NEW,
            CharBuffer.wrap("xyz"),
            'c');
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {packaged().toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      Class<?> lean = loader.loadClass(Sample.class.getName());
      Class<?> pair = loader.loadClass(Sample.Pair.class.getName());
      Method name = lean.getDeclaredMethod("name", Object.class);
      Method plain = lean.getDeclaredMethod("plain", Object.class);
      name.setAccessible(true);
      plain.setAccessible(true);
      for (Object thing : things) {
        Object there = there(thing, pair);
        assertThat(name.invoke(null, there)).isEqualTo(Sample.name(thing));
        assertThat(plain.invoke(null, there)).isEqualTo(Sample.plain(thing));
      }
      assertThat(name.invoke(null, (Object) null)).isEqualTo(Sample.name(null));
    }
  }

  /// The same thing of the other loader's classes.
  private static Object there(Object thing, Class<?> pair) throws Exception {
    if (!(thing instanceof Sample.Pair(Object first, Object second))) {
      return thing;
    }
    var constructor = pair.getDeclaredConstructor(Object.class, Object.class);
    constructor.setAccessible(true);
    return constructor.newInstance(there(first, pair), there(second, pair));
  }

  @Test
  void no_class_is_left_to_be_made_for_a_switch_over_types_alone() throws Exception {
    ClassModel lean = model(packaged(), Sample.class);

    assertThat(ClassFile.of().verify(lean)).isEmpty();
    assertThat(
            lean.methods().stream()
                .filter(method -> method.methodName().equalsString("plain"))
                .flatMap(method -> method.code().orElseThrow().elementStream())
                .filter(InvokeDynamicInstruction.class::isInstance)
                .map(InvokeDynamicInstruction.class::cast)
                .map(call -> call.bootstrapMethod().methodName()))
        .doesNotContain("typeSwitch");
  }

  @Test
  void lines_stay_and_the_names_of_locals_go() throws Exception {
    assertThat(model(packaged(), Sample.class).methods())
        .flatExtracting(method -> method.findAttribute(Attributes.code()).stream().toList())
        .anySatisfy(
            code -> assertThat(code.findAttribute(Attributes.lineNumberTable())).isPresent())
        .allSatisfy(
            code -> assertThat(code.findAttribute(Attributes.localVariableTable())).isEmpty());
  }
}
