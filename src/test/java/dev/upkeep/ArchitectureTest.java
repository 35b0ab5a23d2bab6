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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Holds the map of the code as an allow-list: which package may use which, and which library
/// belongs to which package. A package that is not in the table does not exist.
final class ArchitectureTest {
  private static final String ROOT = "dev.upkeep";

  /// Package, and what of ours it may use.
  private static final Map<String, List<String>> MAY_USE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("json", List.of()),
              Map.entry("file", List.of()),
              // network, because it waits for a name as briefly as everybody else.
              Map.entry("http", List.of("network")),
              Map.entry("log", List.of("json")),
              Map.entry("database", List.of("json")),
              Map.entry("network", List.of()),
              Map.entry("words", List.of("database")),
              Map.entry("touch", List.of("database", "network", "http", "json")),
              Map.entry("schedule", List.of("database", "touch")),
              // json, because one of the two forms of its export is that.
              Map.entry("history", List.of("database", "touch", "json")),
              Map.entry("definitions", List.of("database", "file", "json")),
              Map.entry("secret", List.of("database", "file")),
              Map.entry(
                  "alert",
                  List.of("database", "touch", "history", "secret", "http", "json", "words")),
              Map.entry("upstash", List.of("database", "http", "json")),
              // json, because the definitions that it writes for --config are that.
              Map.entry("deploy", List.of("database", "json")),
              Map.entry("desktop", List.of()),
              Map.entry("desktop.linux", List.of("desktop")),
              Map.entry("desktop.windows", List.of("desktop")),
              Map.entry("desktop.mac", List.of("desktop")),
              Map.entry("desktop.awt", List.of("desktop")),
              Map.entry("control", List.of("database", "touch", "history", "definitions", "json")),
              Map.entry(
                  "agent",
                  List.of(
                      "json",
                      "http",
                      "log",
                      "database",
                      "network",
                      "touch",
                      "schedule",
                      "history",
                      "definitions",
                      "secret",
                      "alert",
                      "upstash",
                      "deploy",
                      "desktop",
                      "desktop.linux",
                      "desktop.windows",
                      "desktop.mac",
                      "desktop.awt",
                      "words",
                      "control")),
              Map.entry(
                  "window",
                  List.of(
                      "control", "database", "touch", "history", "definitions", "json", "words")),
              // json, because it prints JSON; log, because it starts the log; network and alert,
              // because the one-shot ping judges OFFLINE and posts by itself; deploy, because its
              // files
              // are a function of values that the command has asked the agent for already.
              Map.entry(
                  "cli",
                  List.of(
                      "control",
                      "database",
                      "touch",
                      "history",
                      "definitions",
                      "deploy",
                      "agent",
                      "json",
                      "log",
                      "network",
                      "words",
                      "alert"))));

  /// Library, and the one package that may use it.
  private static final Map<String, String> ONLY_USER =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("com.google.gson", "json"),
              Map.entry("java.net.http", "http"),
              Map.entry("ch.qos.logback", "log"),
              Map.entry("redis.clients", "touch"),
              Map.entry("java.sql", "history"),
              Map.entry("org.sqlite", "history"),
              Map.entry("com.github.javakeyring", "secret"),
              Map.entry("org.freedesktop", "desktop.linux"),
              Map.entry("java.awt", "desktop.awt"),
              Map.entry("io.prometheus", "agent"),
              Map.entry("javafx", "window"),
              Map.entry("atlantafx", "window"),
              Map.entry("picocli", "cli")));

  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
  }

  @TestFactory
  List<DynamicTest> each_package_uses_only_what_its_row_names() {
    List<DynamicTest> tests = new ArrayList<>();
    MAY_USE.forEach((name, used) -> {
      Set<String> allowed =
          used.stream().map(ArchitectureTest::qualified).collect(Collectors.toSet());
      allowed.add(qualified(name));
      tests.add(
          DynamicTest.dynamicTest(
              name,
              () ->
                  noClasses()
                      .that(resideInAPackage(qualified(name)))
                      .should()
                      .dependOnClassesThat(resideInAPackage(ROOT + "..").and(outsideOf(allowed)))
                      .because("the row of " + name + " names only " + used)
                      .allowEmptyShould(true)
                      .check(classes)));
    });
    return tests;
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
  void every_package_is_in_the_table() {
    Set<String> rows =
        MAY_USE.keySet().stream().map(ArchitectureTest::qualified).collect(Collectors.toSet());
    rows.add(ROOT);
    assertThat(classes)
        .extracting(JavaClass::getPackageName)
        .as("a package without a row has no rules")
        .isSubsetOf(rows);
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
                        Set.of(ROOT, qualified("agent"), qualified("window"), qualified("cli")))))
        .because("Main starts one of three faces and knows nothing of what they do")
        .check(classes);
  }

  @Test
  void the_window_opens_nothing_that_the_agent_keeps() {
    noClasses()
        .that(resideInAPackage(qualified("window")))
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
        .that(resideInAPackage(qualified("window")))
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
  void packages_form_no_cycle() {
    SlicesRuleDefinition.slices()
        .matching(ROOT + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("a cycle makes two packages one")
        .check(classes);
  }

  @Test
  void nobody_prints_but_the_command_line() {
    noClasses()
        .that(resideOutsideOfPackage(qualified("cli")))
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

  private static DescribedPredicate<JavaClass> outsideOf(Set<String> packages) {
    return packages.isEmpty()
        ? alwaysTrue()
        : DescribedPredicate.not(resideInAnyPackage(packages.toArray(String[]::new)));
  }
}
