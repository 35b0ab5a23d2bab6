package dev.upkeep.agent;

import static dev.upkeep.agent.CoreRig.PASSWORD;
import static dev.upkeep.agent.CoreRig.only;
import static dev.upkeep.agent.CoreRig.refusal;
import static dev.upkeep.agent.CoreRig.withPassword;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.control.AgentApi;
import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.DatabaseChange;
import dev.upkeep.control.DatabaseStatus;
import dev.upkeep.control.ImportTerms;
import dev.upkeep.control.NewDatabase;
import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.testing.BadServer;
import dev.upkeep.testing.Behaviours;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where a stored secret goes, and where it never does.
final class CoreSecretsIT {
  @TempDir private Path folder;

  private CoreRig rig;

  @BeforeEach
  void start() {
    rig = CoreRig.start(folder);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void a_place_that_was_changed_by_hand_gets_neither_a_secret_nor_a_reference() throws Exception {
    Path file = rig.paths().definitionsFile();
    try (Core core = rig.open(false)) {
      core.api().add(withPassword(rig.shop()));
      core.api()
          .add(
              new NewDatabase(
                  rig.shop()
                      .withName("referring")
                      .edit()
                      .secretReference(Optional.of("env:REDIS_PW"))
                      .done(),
                  Optional.empty(),
                  false));
    }
    try (BadServer attacker = BadServer.start(Behaviours.okToPing())) {
      String text = Files.readString(file);
      String moved = text.replace("" + rig.redis().port(), "" + attacker.port());
      assertThat(moved).isNotEqualTo(text);
      Files.writeString(file, moved);
      try (Core core = rig.open(true)) {
        List<UUID> ids =
            core.api().snapshot().databases().stream().map(s -> s.database().id()).toList();

        for (var touched : core.api().touch(ids)) {
          assertThat(touched.touch().outcome())
              .isInstanceOfSatisfying(
                  Outcome.Failed.class,
                  failed -> {
                    assertThat(failed.kind()).isEqualTo(FailureKind.SECRET);
                    assertThat(failed.message().english()).contains("another place");
                  });
        }
      }
      assertThat(attacker.commands().toString()).doesNotContain(PASSWORD);
      assertThat(attacker.connections()).isZero();

      Files.writeString(file, text);
      try (Core core = rig.open(true)) {
        for (var status : core.api().snapshot().databases()) {
          assertThat(core.api().touch(List.of(status.database().id())).getFirst().touch().alive())
              .isTrue();
        }
      }
    }
  }

  @Test
  void no_edit_sends_a_stored_secret_to_another_place() throws Exception {
    try (Core core = rig.open(false);
        BadServer attacker = BadServer.start(Behaviours.okToPing())) {
      AgentApi api = core.api();
      api.add(withPassword(rig.shop()));
      Database shop = only(api).database();
      Database moved =
          shop.edit()
              .endpoint(
                  new Endpoint.Redis("127.0.0.1", attacker.port(), Optional.of("default"), false))
              .done();

      assertThat(refusal(() -> api.edit(new DatabaseChange(moved, Optional.empty(), false))))
          .isEqualTo(Refused.Reason.INVALID);
      api.edit(new DatabaseChange(moved, Optional.empty(), true));
      api.touch(List.of(shop.id()));
      api.edit(new DatabaseChange(shop, Optional.empty(), true));

      assertThat(attacker.commands().toString()).doesNotContain(PASSWORD);
      assertThat(api.touch(List.of(shop.id())).getFirst().touch().outcome())
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              failed -> assertThat(failed.kind()).isEqualTo(FailureKind.SECRET));
    }
  }

  @Test
  void no_edit_sends_a_referenced_secret_to_another_place() throws Exception {
    try (Core core = rig.open(false);
        BadServer attacker = BadServer.start(Behaviours.okToPing())) {
      AgentApi api = core.api();
      Database referring = rig.shop().edit().secretReference(Optional.of("env:REDIS_PW")).done();
      api.add(new NewDatabase(referring, Optional.empty(), false));
      Database shop = only(api).database();
      Database moved =
          shop.edit()
              .endpoint(new Endpoint.Redis("127.0.0.1", attacker.port(), Optional.empty(), false))
              .done();

      api.edit(new DatabaseChange(moved, Optional.empty(), true));
      api.touch(List.of(shop.id()));

      assertThat(attacker.commands().toString()).doesNotContain(PASSWORD);
    }
  }

  @Test
  void neither_adding_under_an_old_id_nor_importing_reaches_a_stored_secret() throws Exception {
    try (Core core = rig.open(false);
        BadServer attacker = BadServer.start(Behaviours.okToPing())) {
      AgentApi api = core.api();
      api.add(withPassword(rig.shop()));
      Database shop = only(api).database();
      String export = api.export().replace("" + rig.redis().port(), "" + attacker.port());
      api.remove(List.of(shop.id()));
      Database evil =
          shop.edit()
              .endpoint(new Endpoint.Redis("127.0.0.1", attacker.port(), Optional.empty(), false))
              .done();
      api.add(new NewDatabase(evil, Optional.empty(), true));
      api.importAll(export, new ImportTerms(true, false, false));

      for (DatabaseStatus status : api.snapshot().databases()) {
        assertThat(status.database().id()).isNotEqualTo(shop.id());
        api.touch(List.of(status.database().id()));
      }

      assertThat(attacker.commands().toString()).doesNotContain(PASSWORD);
    }
  }

  @Test
  void nothing_on_disk_holds_a_secret() throws Exception {
    try (Core core = rig.open(false)) {
      AgentApi api = core.api();
      api.add(withPassword(rig.shop()));
      UUID id = only(api).database().id();
      api.touch(List.of(id));
      Files.writeString(rig.folder().resolve("export.json"), api.export());
      assertThat(api.snapshot().toString()).doesNotContain(PASSWORD);
    }
    try (Stream<Path> files = Files.walk(rig.folder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(contents(file)).as(file.toString()).doesNotContain(PASSWORD);
      }
    }
  }

  private static String contents(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }
}
