package dev.upkeep.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What a Mac is called, by a stand-in for `scutil`.
@DisabledOnOs(OS.WINDOWS)
final class OwnNameTest {
  @TempDir private Path folder;

  private Path scutil(String script) throws IOException {
    Path program = Files.writeString(folder.resolve("scutil"), "#!/bin/sh\n" + script);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }

  @Test
  void a_mac_has_the_name_that_its_user_gave_it() throws IOException {
    Path program = scutil("[ \"$*\" = '--get LocalHostName' ] && echo Zoes-MacBook-Air\n");

    assertThat(OwnName.of(program)).contains("Zoes-MacBook-Air");
  }

  @Test
  void without_an_answer_there_is_none() throws IOException {
    assertThat(OwnName.of(folder.resolve("none"))).isEmpty();
    assertThat(OwnName.of(scutil("echo 'LocalHostName: not set' >&2; exit 1\n"))).isEmpty();
    assertThat(OwnName.of(scutil("exit 0\n"))).isEmpty();
  }
}
