package dev.upkeep.agent.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.alert.message.AlertText.Urgency;
import dev.upkeep.control.AgentException.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nights from 22:00 to 07:00 in Berlin, also those in which the clocks are changed.
@Tag("slow")
final class AlertQuietHoursTest {
  @RegisterExtension private final World world = new World(berlin("2026-05-04T20:00:00"));
  private final UUID shop = world.keeping("shop-cache");

  @BeforeEach
  void askForQuietNights() throws Refused {
    world.set("alert.quiet", "22:00-07:00");
  }

  private static Instant berlin(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Berlin")).toInstant();
  }

  private void restartAt(String local) throws Exception {
    world.restartAt(berlin(local));
    askForQuietNights();
  }

  /// Down at 23:02, as people see it.
  private void downAtNight(String date) {
    world.passUntil(berlin(date + "T23:02:00"));
    world.goDown(shop);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-05-04", "2026-03-28", "2026-10-24"})
  void what_happens_at_night_is_told_in_the_morning(String date) throws Exception {
    restartAt(date + "T19:59:00");
    downAtNight(date);
    Instant morning = berlin(LocalDateTime.parse(date + "T07:00:00").plusDays(1).toString());

    world.passUntil(morning.minusSeconds(1));
    assertThat(world.told).isEmpty();
    world.passUntil(morning.plusSeconds(60));

    assertThat(world.only().title()).isEqualTo("shop-cache cannot be reached");
    assertThat(world.only().body()).contains("since 23:02.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-05-04", "2026-03-28", "2026-10-24"})
  void what_also_ended_at_night_is_one_quiet_sentence(String date) throws Exception {
    restartAt(date + "T19:59:00");
    downAtNight(date);
    Instant recovered = berlin(LocalDateTime.parse(date + "T03:10:00").plusDays(1).toString());
    world.passUntil(recovered);
    world.touchNow(shop, World.ALIVE);
    world.passUntil(recovered.plus(Duration.ofHours(6)));

    assertThat(world.only().bulletin().urgency()).isEqualTo(Urgency.LOW);
    assertThat(world.only().body())
        .startsWith("shop-cache could not be reached from 23:02 to 03:10; it is alive again.");
  }

  @Test
  void a_second_outage_of_the_night_is_told_with_the_first() throws Exception {
    downAtNight("2026-05-04");
    world.passUntil(berlin("2026-05-05T03:10:00"));
    world.touchNow(shop, World.ALIVE);
    world.passUntil(berlin("2026-05-05T05:00:00"));
    world.goDown(shop);
    world.passUntil(berlin("2026-05-05T08:00:00"));

    assertThat(world.only().bulletin().urgency()).isEqualTo(Urgency.HIGH);
    assertThat(world.only().title()).isEqualTo("shop-cache cannot be reached");
    assertThat(world.only().body())
        .startsWith("shop-cache has not answered three times since 05:00.")
        .endsWith("Before, shop-cache could not be reached from 23:02 to 03:10.");
  }

  @Test
  void what_was_announced_in_the_evening_is_called_off_in_the_morning() throws Exception {
    world.goDown(shop);
    world.passUntil(berlin("2026-05-05T02:00:00"));
    assertThat(world.told).hasSize(1);
    world.touchNow(shop, World.ALIVE);
    world.passUntil(berlin("2026-05-05T06:59:00"));
    assertThat(world.told).hasSize(1);
    world.passUntil(berlin("2026-05-05T07:01:00"));

    assertThat(world.titles())
        .containsExactly("shop-cache cannot be reached", "shop-cache is alive again");
  }

  @Test
  void a_night_survives_a_restart() throws Exception {
    downAtNight("2026-05-04");
    world.restart();
    world.passUntil(berlin("2026-05-05T04:00:00"));
    world.restart();
    world.passUntil(berlin("2026-05-05T07:01:00"));

    assertThat(world.titles()).containsExactly("shop-cache cannot be reached");
  }

  @Test
  void the_last_three_days_break_through() throws Exception {
    restartAt("2026-05-04T01:00:00");
    world.set("alert.reminders", "0");
    world.set("alert.margin", "days");
    world.goDown(shop);
    world.passUntil(berlin("2026-05-31T00:30:00"));
    assertThat(world.told).hasSize(1);

    world.passUntil(berlin("2026-05-31T02:00:00"));

    assertThat(world.titles().getLast()).isEqualTo("shop-cache is in danger: 2 d 23 h left");
  }

  @Test
  void a_channel_for_programs_knows_no_night() throws Exception {
    world.keepsQuiet = false;
    downAtNight("2026-05-04");

    world.pass(Duration.ofMinutes(1));

    assertThat(world.told).hasSize(1);
  }
}
