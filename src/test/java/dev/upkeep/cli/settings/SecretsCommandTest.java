package dev.upkeep.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.cli.console.CliAgent;
import dev.upkeep.cli.console.CliRun;
import dev.upkeep.cli.console.FakeTerminal;
import dev.upkeep.control.SecretInventory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SecretsCommandTest {
  private static final String MOVED = "0 in the keychain, 5 in the file under a passphrase.";

  private final CliAgent agent = new CliAgent();

  @BeforeEach
  void keepInBoth() {
    agent.inventory = new SecretInventory(3, 2, 1, 4);
  }

  @Test
  void what_is_where_is_counted() {
    assertThat(CliRun.asking(agent).run("secrets").out())
        .isEqualToIgnoringNewLines("3 in the keychain, 2 in the file under a passphrase.");
    assertThat(CliRun.asking(agent).run("secrets", "--json").json().getFirst().integer("inFile"))
        .contains(2L);
  }

  @Test
  void without_a_yes_nothing_moves() {
    CliRun.Result piped = CliRun.asking(agent).run("secrets", "move", "file");
    assertThat(piped.err()).contains("Nothing was moved", "--yes");

    CliRun.Result no =
        CliRun.asking(agent).typing(new FakeTerminal("n")).run("secrets", "move", "file");
    assertThat(no.err()).contains("Nothing was moved");
    assertThat(agent.asked).isEmpty();
  }

  @Test
  void after_a_yes_all_are_in_one_place() {
    CliRun.Result yes =
        CliRun.asking(agent).typing(new FakeTerminal("y")).run("secrets", "move", "file");

    assertThat(yes.out()).contains(MOVED);
    assertThat(agent.asked).containsExactly("move secrets to FILE");

    CliRun.Result again = CliRun.asking(agent).run("secrets", "move", "file");
    assertThat(again.out()).contains(MOVED);
    assertThat(agent.asked).as("there is nothing to ask for").hasSize(1);

    CliRun.asking(agent).run("secrets", "move", "keychain", "--yes");
    assertThat(agent.asked).endsWith("move secrets to KEYCHAIN");
  }

  @Test
  void another_word_or_place_is_no_use() {
    assertThat(CliRun.asking(agent).run("secrets", "delete").exitCode()).isEqualTo(2);
    assertThat(CliRun.asking(agent).run("secrets", "move", "paper").exitCode()).isEqualTo(2);
    assertThat(CliRun.asking(agent).run("secrets", "move").err()).contains("keychain or file");
  }
}
