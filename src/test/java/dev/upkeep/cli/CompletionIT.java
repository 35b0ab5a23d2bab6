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

  @Test
  void the_command_prints_what_the_build_writes() throws Exception {
    for (String shell : List.of("bash", "zsh")) {
      String file = shell.equals("bash") ? "upkeep.bash" : "_upkeep";
      CliRun.Result result = CliRun.asking(new CliAgent()).run("completion", shell);

      assertThat(result.out()).isEqualTo(Files.readString(folder.resolve("completion/" + file)));
    }
    assertThat(CliRun.asking(new CliAgent()).run("completion", "fish").exitCode()).isEqualTo(2);
  }
}
