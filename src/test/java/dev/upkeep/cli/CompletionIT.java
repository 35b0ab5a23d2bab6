package dev.upkeep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.upkeep.cli.console.CliAgent;
import dev.upkeep.cli.console.CliRun;
import dev.upkeep.testing.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// The completion in real shells.
final class CompletionIT {
  @TempDir private static Path folder;

  @BeforeAll
  static void write() throws IOException {
    Manual.main(new String[] {folder.toString()});
  }

  private static List<String> commands() {
    return List.copyOf(Manual.all().getSubcommands().keySet());
  }

  private static List<String> optionsOf(String command) {
    CommandLine line = Objects.requireNonNull(Manual.all().getSubcommands().get(command));
    List<OptionSpec> options =
        line.getCommandSpec().options().stream().filter(option -> !option.hidden()).toList();
    return options.stream().flatMap(option -> Arrays.stream(option.names())).toList();
  }

  /// What bash would offer for the last word.
  private static List<String> bash(String... words) throws Exception {
    List<String> line = new ArrayList<>(List.of("upkeep"));
    line.addAll(Arrays.asList(words));
    Path script = Files.createTempFile(folder, "complete", ".bash");
    Files.writeString(
        script,
        """
        # Only readline lets it be called; everything else is as after a Tab.
        compopt() { :; }
        source '%s'
        complete -p upkeep
        COMP_WORDS=(%s)
        COMP_CWORD=%d
        COMP_LINE="${COMP_WORDS[*]}"
        COMP_POINT=${#COMP_LINE}
        _complete_upkeep
        printf '%%s\\n' "${COMPREPLY[@]}"
        """
            .formatted(
                folder.resolve("completion/upkeep.bash"),
                String.join(" ", line.stream().map(word -> "'" + word + "'").toList()),
                line.size() - 1));
    List<String> output =
        Shell.run("bash", "--norc", script.toString()).lines().map(String::strip).toList();
    assertThat(output.getFirst()).contains("complete", "_complete_upkeep");
    return output.subList(1, output.size());
  }

  @Test
  void bash_offers_every_command() throws Exception {
    assertThat(bash("")).containsAll(commands());
    assertThat(bash("sta")).containsExactly("status");
  }

  @Test
  void bash_offers_every_option_of_every_command() throws Exception {
    for (String command : commands()) {
      assertThat(bash(command, "-")).as(command).containsAll(optionsOf(command));
    }
    assertThat(bash("history", "--si")).containsExactly("--since");
  }

  /// What zsh would add for the last word of a line that ends with it, in a real line editor on a
  /// pseudo-terminal of its own: each match on a line of its own.
  private static List<String> zsh(String setUp, String line) throws Exception {
    Path matches = Files.createTempFile(folder, "matches", "");
    Path rc = folder.resolve("rc.zsh");
    Files.writeString(
        rc,
        """
        PROMPT='' RPROMPT=''
        zstyle ':completion:*' completer _complete
        unsetopt automenu autolist listambiguous
        setopt nobeep
        %s
        compadd() {
          local -a found
          [[ -n ${argv[(r)-[OAD]]} ]] && { builtin compadd "$@"; return }
          builtin compadd -O found "$@"
          print -rl -- $found >> '%s'
          builtin compadd "$@"
        }
        look() { zle complete-word; print -r -- END >> '%s' }
        zle -N look
        bindkey '^X' look
        """
            .formatted(setUp, matches, matches));
    Path script = folder.resolve("capture.zsh");
    Files.writeString(
        script,
        """
        zmodload zsh/zpty
        zpty shell zsh -f -i
        zpty -w shell "source '%s'; print READY"
        zpty -r shell answer '*READY*READY*'
        zpty -n -w shell '%s'$'\\C-X'
        for try in {1..300}; do
          grep -q '^END$' '%s' && break
          sleep 0.1
          zpty -rt shell answer
        done
        zpty -d shell
        """
            .formatted(rc, line, matches));
    String output = Shell.run("zsh", "-f", script.toString());
    List<String> found = Files.readAllLines(matches);
    assertThat(found).as(output).contains("END");
    return found.stream().filter(match -> !match.equals("END") && !match.isEmpty()).toList();
  }

  private static String fromFolder() {
    return "fpath=('%s' $fpath); autoload -Uz compinit; compinit -u -D"
        .formatted(folder.resolve("completion"));
  }

  private static String sourced() {
    return "source '%s'".formatted(folder.resolve("completion/_upkeep"));
  }

  @Test
  void zsh_offers_every_command() throws Exception {
    assumeThat(Shell.has("zsh")).as("make test installs it").isTrue();

    assertThat(zsh(fromFolder(), "upkeep ")).containsAll(commands());
    assertThat(zsh(sourced(), "upkeep sta")).containsExactly("status");
  }

  @Test
  void zsh_offers_every_option_of_every_command() throws Exception {
    assumeThat(Shell.has("zsh")).as("make test installs it").isTrue();

    for (String command : commands()) {
      assertThat(zsh(fromFolder(), "upkeep " + command + " -"))
          .as(command)
          .containsAll(optionsOf(command));
    }
    assertThat(zsh(fromFolder(), "upkeep history --si")).containsExactly("--since");
  }

  /// What fish would offer at the end of each line; what it says of it comes behind a tab.
  private static List<List<String>> fish(List<String> lines) throws Exception {
    Path upkeep = folder.resolve("upkeep");
    Files.writeString(
        upkeep,
        """
        #!/bin/sh
        printf '%s\\n' '{"id":"1","name":"shop-cache","endpoint":{"name":"x"}}' '{"id":"2","name":"blog"}'
        """);
    assertThat(upkeep.toFile().setExecutable(true)).isTrue();
    Path script = Files.createTempFile(folder, "complete", ".fish");
    StringBuilder text =
        new StringBuilder(
            "set -x PATH '%s' $PATH\nsource '%s'\n"
                .formatted(folder, folder.resolve("completion/upkeep.fish")));
    lines.forEach(line -> text.append("complete -C 'upkeep %s'\necho END\n".formatted(line)));
    Files.writeString(script, text);
    List<List<String>> offered = new ArrayList<>(List.of(new ArrayList<>()));
    Shell.run("fish", "--no-config", script.toString())
        .lines()
        .forEach(line -> {
          if (line.equals("END")) {
            offered.add(new ArrayList<>());
          } else {
            offered.getLast().add(line.split("\t", 2)[0]);
          }
        });
    return offered.subList(0, lines.size());
  }

  @Test
  void fish_offers_commands_options_and_values() throws Exception {
    assumeThat(Shell.has("fish")).as("make test installs it").isTrue();
    List<String> lines = new ArrayList<>(List.of("", "sta", "settings alert.sn", "edit "));
    lines.addAll(List.of("add --provider up", "deploy kub", "history --si"));
    commands().forEach(command -> lines.add(command + " -"));

    List<List<String>> offered = fish(lines);

    assertThat(offered.get(0)).containsAll(commands());
    assertThat(offered.get(1)).containsExactly("status");
    assertThat(offered.get(2)).containsExactly("alert.snooze");
    assertThat(offered.get(3)).containsExactly("blog", "shop-cache");
    assertThat(offered.get(4)).containsExactly("upstash");
    assertThat(offered.get(5)).containsExactly("kubernetes");
    assertThat(offered.get(6)).containsExactly("--since");
    for (int i = 0; i < commands().size(); i++) {
      String command = commands().get(i);
      assertThat(offered.get(7 + i)).as(command).containsAll(optionsOf(command));
    }
  }

  @Test
  void bash_and_zsh_offer_values() throws Exception {
    assertThat(bash("settings", "alert.sn")).containsExactly("alert.snooze");
    assertThat(bash("deploy", "kub")).containsExactly("kubernetes");
    assumeThat(Shell.has("zsh")).as("make test installs it").isTrue();
    assertThat(zsh(fromFolder(), "upkeep settings alert.sn")).containsExactly("alert.snooze");
    assertThat(zsh(fromFolder(), "upkeep add --provider=up")).containsExactly("upstash");
  }

  @Test
  void the_command_prints_what_the_build_writes() throws Exception {
    for (String shell : List.of("bash", "zsh", "fish")) {
      String file = shell.equals("zsh") ? "_upkeep" : "upkeep." + shell;
      CliRun.Result result = CliRun.asking(new CliAgent()).run("completion", shell);

      assertThat(result.out()).isEqualTo(Files.readString(folder.resolve("completion/" + file)));
    }
    assertThat(CliRun.asking(new CliAgent()).run("completion", "tcsh").exitCode()).isEqualTo(2);
  }
}
