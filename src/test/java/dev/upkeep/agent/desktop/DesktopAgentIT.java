package dev.upkeep.agent.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.desktop.Pixmap;
import dev.upkeep.desktop.ResourcePixmaps;
import dev.upkeep.desktop.TrayMark;
import dev.upkeep.desktop.TrayPixmaps.Panel;
import dev.upkeep.testing.Picture.Area;
import dev.upkeep.testing.Picture.Point;
import dev.upkeep.testing.RealDesktop;
import dev.upkeep.testing.RedisServer;
import dev.upkeep.testing.UpkeepProcess;
import dev.upkeep.testing.Wait;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole agent on a real desktop: its icon in the panel, its menu under the pointer, its
/// notifications in the daemon, and what choosing does in a real Redis.
final class DesktopAgentIT {
  private static final String PASSWORD = "c4n4ry-Pa55word";
  private static final String STAMP = "upkeep:last-touch";

  private static RealDesktop desktop;

  @TempDir private Path home;

  private RedisServer redis;
  private Optional<UpkeepProcess.Started> agent = Optional.empty();

  @BeforeAll
  static void startDesktop() {
    desktop = RealDesktop.start();
    desktop.startPanel();
    desktop.startNotifications();
  }

  @AfterAll
  static void endDesktop() {
    desktop.close();
  }

  @BeforeEach
  void startRedis() {
    redis =
        RedisServer.builder()
            .password(PASSWORD)
            .aclUser("app on >" + PASSWORD + " ~* &* +@all")
            .start();
  }

  @AfterEach
  void end() throws Exception {
    if (agent.isPresent()) {
      upkeep("stop");
      assertThat(agent.get().await().exitCode()).isZero();
    }
    redis.close();
  }

  private UpkeepProcess process() {
    return new UpkeepProcess()
        .env(desktop.environment())
        .env("UPKEEP_HOME", home.toString())
        .env("UPKEEP_PASSPHRASE", "c4n4ry-passphrase");
  }

  private UpkeepProcess.Result upkeep(String... arguments) throws InterruptedException {
    UpkeepProcess.Result result = process().stdin(url()).run(arguments);
    assertThat(result.everything()).doesNotContain("c4n4ry");
    return result;
  }

  private void good(String... arguments) throws InterruptedException {
    UpkeepProcess.Result result = upkeep(arguments);
    assertThat(result.exitCode()).as(result.everything()).isZero();
  }

  private void startAgent(UpkeepProcess process) {
    agent = Optional.of(process.start("agent"));
  }

  /// Waits until the panel shows this mark and no other.
  private static void seen(TrayMark mark) {
    try {
      Wait.until(
          mark + " in the panel",
          () -> PanelIcon.mark(desktop.screen().look()).equals(Optional.of(mark)));
    } catch (AssertionError e) {
      desktop.screen().keep("agent-without-" + mark);
      throw e;
    }
  }

  private static Pixmap drawn(TrayMark mark) {
    return new ResourcePixmaps()
        .of(mark, Panel.DARK).stream().filter(p -> p.width() == 24).findFirst().orElseThrow();
  }

  /// What the icon offers over D-Bus, in the size of the panel, is what we have drawn.
  private static void isOffered(TrayMark mark) {
    String property = mark == TrayMark.DANGER ? "AttentionIconPixmap" : "IconPixmap";
    String item = itemName();
    String bytes =
        desktop
            .bus()
            .output(
                "gdbus",
                "call",
                "--session",
                "--dest",
                item,
                "--object-path",
                "/StatusNotifierItem",
                "--method",
                "org.freedesktop.DBus.Properties.Get",
                "org.kde.StatusNotifierItem",
                property);
    String offered = bytes.replaceAll("byte |\\s", "").toLowerCase(Locale.ROOT);
    if (mark == TrayMark.DANGER) {
      isSolid(offered, drawn(mark).argb());
    } else {
      assertThat(offered).contains("(24,24,[" + hex(drawn(mark).argb()) + "])");
    }
  }

  /// The danger mark is offered with white where its exclamation mark is cut out, since some panels
  /// paint its own red behind it.
  private static void isSolid(String offered, byte[] drawn) {
    String begin = "(24,24,[";
    int from = offered.indexOf(begin) + begin.length();
    List<String> bytes = List.of(offered.substring(from, offered.indexOf(']', from)).split(","));
    assertThat(bytes).hasSize(drawn.length);
    int painted = 0;
    for (int at = 0; at < drawn.length; at += 4) {
      List<String> pixel = bytes.subList(at, at + 4);
      String asDrawn = hex(Arrays.copyOfRange(drawn, at, at + 4));
      if (drawn[at] == (byte) 0xFF) {
        assertThat(String.join(",", pixel)).isEqualTo(asDrawn);
      } else if (!String.join(",", pixel).equals(asDrawn)) {
        assertThat(pixel.getFirst()).isEqualTo("0xff");
        painted++;
      }
    }
    assertThat(painted).isPositive();
  }

  private static String hex(byte[] bytes) {
    StringBuilder hex = new StringBuilder();
    for (byte b : bytes) {
      hex.append(hex.isEmpty() ? "" : ",").append("0x").append("%02x".formatted(b));
    }
    return hex.toString();
  }

  private static String itemName() {
    String names =
        desktop
            .bus()
            .output(
                "gdbus",
                "call",
                "--session",
                "--dest",
                "org.freedesktop.DBus",
                "--object-path",
                "/org/freedesktop/DBus",
                "--method",
                "org.freedesktop.DBus.ListNames");
    return Pattern.compile("org\\.kde\\.StatusNotifierItem-[0-9-]+")
        .matcher(names)
        .results()
        .map(result -> result.group())
        .findFirst()
        .orElseThrow();
  }

  private String stamp() {
    return redis.snapshot().getOrDefault(STAMP, "");
  }

  private String url() {
    return "redis://app:" + PASSWORD + "@" + redis.host() + ":" + redis.port();
  }

  /// The middle one of three buttons, which the daemon draws from the right and of equal width.
  private static void pressTouchNow() {
    Area notice = desktop.notifications().getFirst();
    int width = 98;
    desktop
        .screen()
        .click(
            new Point(
                notice.x() + notice.width() - 14 - width - width / 2,
                notice.y() + notice.height() - 30),
            1);
  }

  @Test
  void the_icon_says_what_is_so() throws Exception {
    startAgent(process());
    seen(TrayMark.EMPTY);
    isOffered(TrayMark.EMPTY);
    desktop.screen().keep("agent-empty");

    good("add", "shop", "--window", "30d");
    seen(TrayMark.ALIVE);
    isOffered(TrayMark.ALIVE);
    desktop.screen().keep("agent-alive");

    good("pause", "shop");
    seen(TrayMark.PAUSED);
    isOffered(TrayMark.PAUSED);
    desktop.screen().keep("agent-paused");

    good("resume", "shop");
    seen(TrayMark.ALIVE);
    redis.stop();
    upkeep("ping", "shop");
    seen(TrayMark.ATTENTION);
    isOffered(TrayMark.ATTENTION);
    desktop.screen().keep("agent-attention");

    good("settings", "alert.after", "1");
    seen(TrayMark.DANGER);
    isOffered(TrayMark.DANGER);
    desktop.screen().keep("agent-danger");
  }

  @Test
  void a_computer_without_a_network_shows_that_and_not_that_a_database_is_down() throws Exception {
    UpkeepProcess.Result added =
        process()
            .stdin("rediss://default:c4n4ry-Pa55word@eu1-fast-cat-4711.upstash.io:6379")
            .run("add", "far", "--anyway");
    assertThat(added.exitCode()).as(added.everything()).isZero();

    Supplier<String> messages = desktop.bus().recorded("org.freedesktop.Notifications");
    startAgent(process().by("unshare", "-rn"));
    seen(TrayMark.OFFLINE);
    isOffered(TrayMark.OFFLINE);
    desktop.screen().keep("agent-offline");
    assertThat(messages.get()).doesNotContain("far");
  }

  @Test
  void an_entry_of_the_menu_touches_a_real_database_and_says_so() throws Exception {
    good("add", "shop");
    startAgent(process());
    seen(TrayMark.ALIVE);
    String before = stamp();

    desktop.screen().click(PanelIcon.middle(), 3);
    desktop.screen().awaitPopup();
    desktop.screen().keep("agent-menu");
    // Over the database to "Touch all now".
    desktop.screen().press("Down", "Down", "Return");

    Wait.until("new stamp in Redis", () -> !stamp().equals(before));
    Wait.until("answer to the person", () -> !desktop.notifications().isEmpty());
    desktop.screen().keep("agent-touched");
  }

  @Test
  void a_notification_of_danger_is_shown_and_its_button_touches() throws Exception {
    good("settings", "alert.group", "5s");
    good("add", "shop");
    startAgent(process());
    seen(TrayMark.ALIVE);
    Supplier<String> messages = desktop.bus().recorded("org.freedesktop.Notifications");

    redis.command("ACL", "SETUSER", "app", "off");
    upkeep("ping", "shop");
    Wait.until("word to the person", () -> messages.get().contains("shop"));
    Wait.until("notification", () -> !desktop.notifications().isEmpty());
    desktop.screen().keep("agent-notification");
    redis.command("ACL", "SETUSER", "app", "on");
    String before = stamp();
    pressTouchNow();

    Wait.until("new stamp in Redis", () -> !stamp().equals(before));
    seen(TrayMark.ALIVE);
    desktop.screen().keep("agent-recovered");
  }
}
