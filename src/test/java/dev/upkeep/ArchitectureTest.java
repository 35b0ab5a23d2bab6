package dev.upkeep;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import dev.upkeep.definitions.DefinitionsFile;
import dev.upkeep.history.store.History;
import dev.upkeep.secret.References;
import dev.upkeep.touch.Label;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Holds the map of the code, `rooms.txt`, as an allow-list: which room may use which, by which
/// doors, and which library belongs to which room. The sentence that it obeys: a package's front
/// room holds the words that its neighbours share; each mechanism, and each page, has a room behind
/// it with one door.
final class ArchitectureTest {
  private static final String ROOT = "dev.upkeep";

  /// More than this and a room is a hall, in which nobody finds anything.
  private static final int MOST_FILES = 35;

  private record Room(String name, List<String> used, List<String> doors) {
    static Room of(String line) {
      List<String> parts = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
      return new Room(parts.get(0), words(parts.get(1)), words(parts.get(2)));
    }

    private static List<String> words(String part) {
      return part.equals("-") ? List.of() : List.of(part.split(" +"));
    }

    boolean isFront() {
      return doors.equals(List.of("*"));
    }
  }

  private static final List<Room> ROOMS = rooms();

  /// Library, and the one package that may use it.
  private static final Map<String, String> ONLY_USER =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("com.google.gson", "json"),
              Map.entry("java.net.http", "http"),
              Map.entry("ch.qos.logback", "log"),
              Map.entry("redis.clients", "touch.protocol"),
              Map.entry("com.kenai.jffi", "touch.tls"),
              Map.entry("java.sql", "history.store"),
              Map.entry("org.sqlite", "history.store"),
              Map.entry("com.github.javakeyring", "secret"),
              Map.entry("org.freedesktop", "desktop.linux.."),
              Map.entry("java.awt", "desktop.awt"),
              Map.entry("io.prometheus", "agent.metrics"),
              Map.entry("jakarta.mail", "alert.mail"),
              Map.entry("org.eclipse.angus", "alert.mail"),
              Map.entry("javafx", "window.."),
              Map.entry("atlantafx", "window.."),
              Map.entry("picocli", "cli..")));

  private static JavaClasses classes;

  private static List<Room> rooms() {
    try (InputStream in =
        Objects.requireNonNull(ArchitectureTest.class.getResourceAsStream("rooms.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Room::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
  }

  @Test
  void programs_are_started_in_one_place() {
    noClasses()
        .that(resideOutsideOfPackage(ROOT + ".process"))
        .should()
        .callConstructor(ProcessBuilder.class, List.class)
        .orShould()
        .callConstructor(ProcessBuilder.class, String[].class)
        .orShould()
        .callMethod(Runtime.class, "exec", String.class)
        .orShould()
        .callMethod(Runtime.class, "exec", String[].class)
        .because("children see what somebody has chosen, and are named by their whole path")
        .check(classes);
  }

  @TestFactory
  List<DynamicTest> each_room_uses_only_what_its_line_names() {
    return ROOMS.stream()
        .map(room -> {
          Set<String> allowed =
              room.used().stream().map(ArchitectureTest::qualified).collect(Collectors.toSet());
          allowed.add(qualified(room.name()));
          return DynamicTest.dynamicTest(
              room.name(),
              () ->
                  noClasses()
                      .that(resideInAPackage(qualified(room.name())))
                      .should()
                      .dependOnClassesThat(resideInAPackage(ROOT + "..").and(outsideOf(allowed)))
                      .because("the line of " + room.name() + " names only " + room.used())
                      .allowEmptyShould(true)
                      .check(classes));
        })
        .toList();
  }

  @TestFactory
  List<DynamicTest> each_back_room_is_entered_by_its_doors() {
    return ROOMS.stream()
        .filter(room -> !room.isFront())
        .map(room ->
            DynamicTest.dynamicTest(
                room.name(),
                () ->
                    noClasses()
                        .that(resideOutsideOfPackage(qualified(room.name())))
                        .should()
                        .dependOnClassesThat(
                            resideInAPackage(qualified(room.name())).and(notBehind(room.doors())))
                        .because("the doors of " + room.name() + " are " + room.doors())
                        .allowEmptyShould(true)
                        .check(classes)))
        .toList();
  }

  @Test
  void a_room_uses_only_rooms_above_it() {
    Set<String> above = new HashSet<>();
    for (Room room : ROOMS) {
      assertThat(above).as("above " + room.name()).containsAll(room.used());
      above.add(room.name());
    }
  }

  @Test
  void every_door_is_there() {
    Set<String> names =
        classes.stream().map(JavaClass::getFullName).collect(Collectors.toUnmodifiableSet());
    for (Room room : ROOMS) {
      if (!room.isFront()) {
        assertThat(room.doors())
            .allMatch(door -> names.contains(qualified(room.name() + "." + door)));
      }
    }
  }

  @Test
  void no_room_is_a_hall() {
    Map<String, Long> files =
        classes.stream()
            .filter(one -> !one.getName().contains("$"))
            .filter(one -> !one.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    assertThat(files.entrySet())
        .as("because nobody finds anything in a room of more than %d files", MOST_FILES)
        .allMatch(room -> room.getValue() <= MOST_FILES);
  }

  @TestFactory
  List<DynamicTest> each_library_has_one_user() {
    List<DynamicTest> tests = new ArrayList<>();
    ONLY_USER.forEach((library, user) ->
        tests.add(
            DynamicTest.dynamicTest(
                library,
                () ->
                    noClasses()
                        .that(resideOutsideOfPackage(qualified(user)))
                        .should()
                        .dependOnClassesThat(resideInAPackage(library + ".."))
                        .because(
                            "a library that only "
                                + user
                                + " knows can be replaced there and nowhere else")
                        .allowEmptyShould(true)
                        .check(classes))));
    return tests;
  }

  @Test
  void every_room_has_a_line() {
    Set<String> lines =
        ROOMS.stream().map(room -> qualified(room.name())).collect(Collectors.toSet());
    lines.add(ROOT);
    assertThat(classes)
        .extracting(JavaClass::getPackageName)
        .as("a room without a line has no rules")
        .isSubsetOf(lines);
  }

  @Test
  void main_picks_and_nothing_else() {
    noClasses()
        .that(resideInAPackage(ROOT))
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "..")
                .and(
                    outsideOf(
                        Set.of(
                            ROOT,
                            qualified("window"),
                            qualified("cli"),
                            qualified("cli.console")))))
        .because("Main starts one of three faces and knows nothing of what they do")
        .check(classes);
  }

  @Test
  void the_window_opens_nothing_that_the_agent_keeps() {
    noClasses()
        .that(resideInAPackage(qualified("window") + ".."))
        .should()
        .dependOnClassesThat(
            resideInAPackage(qualified("secret") + "..")
                .or(JavaClass.Predicates.type(History.class))
                .or(JavaClass.Predicates.type(DefinitionsFile.class)))
        .because("only the agent touches disk, secrets and databases; the window asks it")
        .check(classes);
  }

  @Test
  void the_window_says_nothing_in_english_alone() {
    noClasses()
        .that(resideInAPackage(qualified("window") + ".."))
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName(qualified("words.When"))
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName(qualified("words.Elapsed"))
        .because("the window speaks in the language of its texts; of words it cleans foreign text")
        .check(classes);
  }

  @Test
  void a_touch_reads_files_within_bounds_only() {
    noClasses()
        .that(
            resideInAnyPackage(
                    qualified("touch") + "..",
                    qualified("http") + "..",
                    qualified("network") + "..")
                .or(JavaClass.Predicates.type(References.class)))
        .and()
        .doNotHaveFullyQualifiedName(Label.class.getName())
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.nio.file.Files")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.FileInputStream")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.nio.channels.FileChannel")
        .because(
            "a file that hangs would hold one of the few threads that carry all touches;"
                + " BoundedFile reads on threads of its own, up to a time and a size")
        .check(classes);
  }

  @Test
  void nothing_follows_the_locale_unasked() {
    noClasses()
        .should()
        .callMethod(String.class, "formatted", Object[].class)
        .orShould()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callMethod(PrintStream.class, "printf", String.class, Object[].class)
        .orShould()
        .callMethod(PrintStream.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(DateTimeFormatter.class, "ofPattern", String.class)
        .because(
            "under an Arabic locale %d writes digits that no other program reads; what people read"
                + " names their locale, everything else Locale.ROOT")
        .check(classes);
  }

  @Test
  void rooms_form_no_circle() {
    SlicesRuleDefinition.slices()
        .matching(ROOT + ".(**)")
        .should()
        .beFreeOfCycles()
        .because("a circle makes two rooms one")
        .check(classes);
  }

  @Test
  void nobody_prints_but_the_command_line() {
    noClasses()
        .that(resideOutsideOfPackage(qualified("cli") + ".."))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .because("standard output belongs to the commands, and --json must stay pure")
        .check(classes);
  }

  @Test
  void every_package_is_null_marked() {
    classes()
        .that()
        .haveSimpleName("package-info")
        .should()
        .beAnnotatedWith("org.jspecify.annotations.NullMarked")
        .because("null crosses no package, and @NullMarked does not reach sub-packages")
        .check(classes);
    Set<String> described =
        classes.stream()
            .filter(c -> c.getSimpleName().equals("package-info"))
            .map(JavaClass::getPackageName)
            .collect(Collectors.toSet());
    assertThat(classes)
        .extracting(JavaClass::getPackageName)
        .as("every package says what it is for")
        .isSubsetOf(described);
  }

  private static String qualified(String name) {
    return ROOT + "." + name;
  }

  private static DescribedPredicate<JavaClass> notBehind(List<String> doors) {
    return DescribedPredicate.describe(
        "is no door",
        one -> {
          String name = one.getFullName().substring(one.getPackageName().length() + 1);
          int nested = name.indexOf('$');
          return !doors.contains(nested < 0 ? name : name.substring(0, nested));
        });
  }

  private static DescribedPredicate<JavaClass> outsideOf(Set<String> packages) {
    return packages.isEmpty()
        ? alwaysTrue()
        : DescribedPredicate.not(resideInAnyPackage(packages.toArray(String[]::new)));
  }
}
