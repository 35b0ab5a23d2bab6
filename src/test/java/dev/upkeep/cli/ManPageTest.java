package dev.upkeep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.upkeep.testing.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

final class ManPageTest {
  @TempDir private static Path folder;

  private static CommandLine all;
  private static String source;

  @BeforeAll
  static void write() throws IOException {
    Manual.main(new String[] {folder.toString()});
    all = Manual.all();
    source = Files.readString(folder.resolve("man/upkeep.1"));
  }

  @Test
  void every_section_that_a_reader_looks_for_is_there_in_the_usual_order() {
    List<String> sections =
        source
            .lines()
            .filter(line -> line.startsWith(".SH "))
            .map(line -> line.substring(4))
            .toList();

    assertThat(sections)
        .containsExactly(
            "\"NAME\"",
            "\"SYNOPSIS\"",
            "\"DESCRIPTION\"",
            "\"COMMANDS\"",
            "\"OPTIONS\"",
            "\"ENVIRONMENT\"",
            "\"FILES\"",
            "\"EXIT STATUS\"",
            "\"EXAMPLES\"",
            "\"SEE ALSO\"");
    assertThat(source).startsWith(".TH \"UPKEEP\" \"1\" \"20");
  }

  @Test
  void every_command_and_every_option_is_in_it_under_its_command() {
    assertThat(all.getSubcommands()).hasSizeGreaterThan(15);
    all.getSubcommands()
        .forEach((name, line) -> {
          // An alias stands for the command that has the section.
          String section = section(line.getCommandName());
          CommandSpec command = line.getCommandSpec();
          assertThat(command.usageMessage().description()).as(name).isNotEmpty();
          UsageText.own(command).stream()
              .filter(option -> !option.hidden())
              .forEach(option -> requireIn(section, option));
          command
              .positionalParameters()
              .forEach(parameter -> assertThat(section).contains(parameter.paramLabel()));
        });
    String everywhere = source.substring(source.indexOf(".SH \"OPTIONS\""));
    all.getCommandSpec().options().forEach(option -> requireIn(everywhere, option));
  }

  private static String section(String command) {
    int from = source.indexOf(".SS \"upkeep " + Roff.escaped(command));
    assertThat(from).as(command).isPositive();
    int to = source.indexOf("\n.S", from + 1);
    return source.substring(from, to);
  }

  private static void requireIn(String text, OptionSpec option) {
    for (String name : option.names()) {
      assertThat(text).contains("\\fB" + Roff.escaped(name) + "\\fR");
    }
    assertThat(option.description()).as(option.longestName()).isNotEmpty();
    assertThat(text).contains(Roff.escaped(UsageText.description(option)));
  }

  @Test
  void every_variable_that_the_sources_name_is_in_it() throws IOException {
    Pattern variable = Pattern.compile("\"((?:UPKEEP|KEEPALIVE|UPSTASH_REDIS|VALKEY)_[A-Z_]+)\"");
    Set<String> named = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher matcher = variable.matcher(Files.readString(file));
        while (matcher.find()) {
          named.add(matcher.group(1));
        }
      }
    }

    assertThat(named).hasSizeGreaterThan(10);
    assertThat(named).allSatisfy(name -> assertThat(source).contains(name));
  }

  @Test
  void nothing_in_it_is_left_to_chance() {
    assertThat(source.codePoints())
        .as("what every man can show")
        .allMatch(c -> c == '\n' || (c >= 32 && c < 127));
    assertThat(Roff.escaped(".a 'b' \\c -d ü")).isEqualTo(".a \\(aqb\\(aq \\ec \\-d \\[u00FC]");
    assertThat(new Roff().text(".TH").toString()).isEqualTo("\\&.TH\n");
    assertThat(new Roff().text("'so").toString()).isEqualTo("\\(aqso\n");
  }

  @Test
  void mandoc_has_nothing_to_say_against_it() throws Exception {
    assumeThat(Shell.has("mandoc")).as("make test installs it").isTrue();
    Path page = folder.resolve("man/upkeep.1");

    assertThat(Shell.run("mandoc", "-T", "lint", "-W", "warning", page.toString())).isEmpty();
    assertThat(Shell.run("mandoc", "-T", "ascii", page.toString()).replaceAll(".\b", ""))
        .contains("upkeep - keep free-tier", "upkeep history [OPTION]... [NAME]", "--stop-after N");
  }
}
