package dev.upkeep.desktop.linux.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.desktop.linux.bus.FakePeer;
import dev.upkeep.testing.BadServer;
import dev.upkeep.testing.Behaviours;
import dev.upkeep.testing.PrivateBus;
import dev.upkeep.testing.UpkeepProcess;
import dev.upkeep.testing.Wait;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// An agent that is killed at the two moments that count, between deciding to tell of an outage and
/// telling it, and after telling it: as processes, on a real bus.
@EnabledOnOs(OS.LINUX)
final class OutboxProcessIT {
  @TempDir private Path home;

  private PrivateBus bus;
  private BadServer database;

  @BeforeEach
  void start() {
    bus = PrivateBus.start();
    database = BadServer.start(Behaviours.closing());
  }

  @AfterEach
  void stop() {
    database.close();
    bus.close();
  }

  /// A server that takes a notice and never says so.
  private static final class Mute implements Notifications {
    final CountDownLatch asked = new CountDownLatch(1);
    final CountDownLatch end = new CountDownLatch(1);

    @Override
    public List<String> GetCapabilities() {
      return List.of("actions", "body");
    }

    @Override
    public ServerInformation<String, String, String, String> GetServerInformation() {
      return new ServerInformation<>("mute", "", "", "1.2");
    }

    @Override
    public UInt32 Notify(
        String program,
        UInt32 replaces,
        String icon,
        String summary,
        String body,
        List<String> actions,
        Map<String, Variant<?>> hints,
        Integer timeout) {
      asked.countDown();
      try {
        end.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new UInt32(1);
    }

    @Override
    public void CloseNotification(UInt32 id) {}

    @Override
    public String getObjectPath() {
      return PATH;
    }
  }

  @Test
  void what_was_decided_is_told_once_however_often_the_agent_is_killed() throws Exception {
    run("add", "shop", "--anyway", "--every", "1h");
    run("settings", "alert.after", "1");
    run("settings", "alert.group", "5s");

    Mute mute = new Mute();
    try (FakePeer _ = new FakePeer(bus.address()).exports(mute).named(Notifications.NAME);
        UpkeepProcess.Started agent = upkeep().start("agent")) {
      assertThat(mute.asked.await(90, TimeUnit.SECONDS)).as(agent.errSoFar()).isTrue();
      agent.kill();
    }
    mute.end.countDown();

    FakeNotifications notices = new FakeNotifications("actions", "body");
    try (FakePeer _ = new FakePeer(bus.address()).exports(notices).named(Notifications.NAME)) {
      try (UpkeepProcess.Started agent = upkeep().start("agent")) {
        Wait.until("the notice", () -> !notices.shown().isEmpty());
        // After the next touch has been judged, the delivery has been noted.
        touch();
        agent.kill();
      }
      try (UpkeepProcess.Started agent = upkeep().start("agent")) {
        touch();
        run("stop");
        assertThat(agent.await().exitCode()).isZero();
      }
    }

    assertThat(notices.shown())
        .extracting(FakeNotifications.Shown::summary)
        .containsExactly("shop cannot be reached");
  }

  /// Has the running agent touch, which fails.
  private void touch() throws InterruptedException {
    Wait.until(
        "an agent",
        () -> {
          try {
            return upkeep().run("status").exitCode() == 0;
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    assertThat(upkeep().run("ping", "shop").exitCode()).isEqualTo(1);
  }

  private void run(String... arguments) throws InterruptedException {
    UpkeepProcess.Result result = upkeep().run(arguments);
    assertThat(result.exitCode()).as(result.everything()).isZero();
  }

  private UpkeepProcess upkeep() {
    return new UpkeepProcess()
        .env("UPKEEP_HOME", home.toString())
        .env("UPKEEP_LABEL", "test")
        .env("DBUS_SESSION_BUS_ADDRESS", bus.address())
        .env("XDG_RUNTIME_DIR", bus.runtimeFolder().toString())
        .stdin(database.url());
  }
}
