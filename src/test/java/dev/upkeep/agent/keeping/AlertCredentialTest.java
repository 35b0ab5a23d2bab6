package dev.upkeep.agent.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.alert.message.AlertText.Urgency;
import dev.upkeep.history.Topic;
import dev.upkeep.touch.FailureKind;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Credentials that stop working or cannot be had, over virtual days.
final class AlertCredentialTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);

  @RegisterExtension private final World world = new World();
  private final UUID shop = world.keeping("shop-cache");

  @Test
  void a_rejected_credential_is_told_at_once_and_not_again_as_an_outage() {
    world.touchNow(shop, World.failed(FailureKind.AUTH));
    world.pass(Duration.ofMinutes(1));
    assertThat(world.told).as("before the second failure").hasSize(1);
    world.pass(Duration.ofHours(12));

    assertThat(world.only().title()).isEqualTo("shop-cache does not accept its credential");
    assertThat(world.only().body()).startsWith("It said AUTH. Do something. It is safe until");
  }

  @Test
  void an_outage_that_turns_out_to_be_the_credential_is_news_once() {
    world.goDown(shop);
    world.pass(HOUR);
    world.touchNow(shop, World.failed(FailureKind.PERMISSION));
    world.pass(HOUR);
    world.touchNow(shop, World.SILENT);
    world.pass(HOUR);
    world.touchNow(shop, World.failed(FailureKind.AUTH));
    world.pass(HOUR);

    assertThat(world.titles())
        .containsExactly(
            "shop-cache cannot be reached", "The credential of shop-cache lacks a permission");
  }

  @Test
  void a_keychain_that_is_locked_for_four_minutes_after_login_is_nobodys_business()
      throws Exception {
    world.add("staging");
    world.answerAll(World.failed(FailureKind.SECRET));
    world.time.sleep(Duration.ofHours(8));
    int before = world.touched.size();
    world.restart();
    world.pass(Duration.ofMinutes(4));
    assertThat(world.touched.size() - before).as("silent retries").isBetween(6, 12);
    world.answerAll(World.ALIVE);

    world.pass(HOUR);

    assertThat(world.told).isEmpty();
  }

  @Test
  void one_that_is_locked_for_six_minutes_is_told_once_for_all() throws Exception {
    world.add("staging");
    world.answerAll(World.failed(FailureKind.SECRET));
    world.time.sleep(Duration.ofHours(8));
    world.restart();
    world.pass(Duration.ofMinutes(4));
    assertThat(world.told).isEmpty();

    world.pass(Duration.ofDays(3));

    assertThat(world.only().title()).isEqualTo("Upkeep cannot read the credentials of 2 databases");
    assertThat(world.only().bulletin().topics()).containsExactly(Topic.SECRET);
    assertThat(world.only().bulletin().urgency()).isEqualTo(Urgency.NORMAL);
    assertThat(world.history.standings().values()).allMatch(one -> one.failures() == 0);

    world.answerAll(World.ALIVE);
    world.pass(Duration.ofMinutes(20));
    assertThat(world.told).hasSize(1);
    assertThat(world.cleared).contains(shop);
  }

  @Test
  void one_that_is_locked_later_than_the_first_is_not_told_again() throws Exception {
    UUID staging = world.add("staging");
    world.answer(shop, World.failed(FailureKind.SECRET));
    world.touchNow(shop, World.failed(FailureKind.SECRET));
    world.pass(HOUR);
    assertThat(world.titles()).containsExactly("Upkeep cannot read the credential of shop-cache");

    world.answer(staging, World.failed(FailureKind.SECRET));
    world.touchNow(staging, World.failed(FailureKind.SECRET));
    world.pass(DAY);

    assertThat(world.told).hasSize(1);
  }
}
