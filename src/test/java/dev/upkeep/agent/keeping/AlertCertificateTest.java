package dev.upkeep.agent.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.history.RecordedTouch;
import dev.upkeep.language.Sentence;
import dev.upkeep.touch.CertificateTerm;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Certificates that run out, over virtual weeks; and servers that become others.
@Tag("slow")
final class AlertCertificateTest {
  @RegisterExtension private final World world = new World();

  private List<Long> daysLeftWhenTold(Duration lifetime, Duration watched) {
    long end = World.START.plus(lifetime).getEpochSecond();
    world.pass(watched);
    return world.told.stream()
        .map(told -> Math.round((end - told.at().getEpochSecond()) / 86_400.0))
        .toList();
  }

  private UUID showing(Duration lifetime) throws Exception {
    UUID shop = world.addOwn("shop");
    world.show(shop, lifetime);
    return shop;
  }

  @Test
  void one_of_90_days_is_told_at_21_7_and_3_days() throws Exception {
    Duration lifetime = Duration.ofDays(90);
    showing(lifetime);

    assertThat(daysLeftWhenTold(lifetime, Duration.ofDays(89))).containsExactly(21L, 7L, 3L);
    assertThat(world.titles().getFirst()).isEqualTo("The certificate of shop runs out on 2 August");
    assertThat(world.told.getFirst().body()).contains("must replace it");
  }

  @Test
  void one_of_40_days_is_told_at_a_quarter_an_eighth_and_3_days() throws Exception {
    Duration lifetime = Duration.ofDays(40);
    showing(lifetime);

    assertThat(daysLeftWhenTold(lifetime, Duration.ofDays(39))).containsExactly(10L, 5L, 3L);
  }

  @Test
  void one_of_less_than_10_days_is_told_on_its_last_day() throws Exception {
    Duration lifetime = Duration.ofDays(6);
    showing(lifetime);

    assertThat(daysLeftWhenTold(lifetime, Duration.ofDays(6).minusHours(1))).containsExactly(1L);
  }

  @Test
  void a_provider_renews_its_own_so_only_the_last_is_told_and_says_so() throws Exception {
    Duration lifetime = Duration.ofDays(90);
    UUID shop = world.add("shop");
    world.show(shop, lifetime);

    assertThat(daysLeftWhenTold(lifetime, Duration.ofDays(89))).containsExactly(3L);
    assertThat(world.only().body()).contains("Upstash renews it by itself");
  }

  @Test
  void one_that_is_replaced_in_time_is_silent_and_told_anew_when_its_own_time_comes()
      throws Exception {
    UUID shop = showing(Duration.ofDays(90));
    world.pass(Duration.ofDays(60));
    world.show(shop, Duration.ofDays(90));
    world.pass(Duration.ofDays(60));
    assertThat(world.told).isEmpty();

    world.pass(Duration.ofDays(12));
    assertThat(world.told).hasSize(1);
    world.show(shop, Duration.ofDays(90));
    world.pass(Duration.ofDays(60));
    assertThat(world.told).hasSize(1);
  }

  @Test
  void nothing_is_told_twice_after_a_restart() throws Exception {
    UUID shop = showing(Duration.ofDays(90));
    world.pass(Duration.ofDays(72));
    assertThat(world.told).hasSize(1);

    world.restart();
    world.pass(Duration.ofDays(3));

    assertThat(world.told).hasSize(1);
    assertThat(world.history.standing(shop).certificate().map(CertificateTerm::lifetime))
        .contains(Duration.ofDays(90));
  }

  @Test
  void a_certificate_that_was_refused_or_an_outage_says_nothing_of_the_one_that_is_known()
      throws Exception {
    UUID shop = showing(Duration.ofDays(90));
    world.pass(Duration.ofDays(1));
    Optional<CertificateTerm> known = world.history.standing(shop).certificate();
    world.show(shop, Duration.ofDays(1));
    world.touchNow(shop, World.failed(FailureKind.TLS));

    assertThat(known).isPresent();
    assertThat(world.history.standing(shop).certificate()).isEqualTo(known);
  }

  @Test
  void that_a_server_became_another_one_stands_in_the_history_once() throws Exception {
    UUID shop = world.addOwn("shop");
    world.be(shop, "Redis", "7.2.5");
    world.pass(Duration.ofDays(1));
    assertThat(world.history.standing(shop).server()).contains("Redis 7.2.5");
    world.be(shop, "Valkey", "8.1.0");

    world.touchNow(shop, World.ALIVE);
    Optional<RecordedTouch> last = world.history.standing(shop).last();
    world.touchNow(shop, World.ALIVE);

    assertThat(last.map(RecordedTouch::touch).map(touch -> ((Outcome.Alive) touch.outcome())))
        .hasValueSatisfying(alive ->
            assertThat(alive.remark().map(Sentence::english))
                .contains("The server is Valkey 8.1.0 now; before it was Redis 7.2.5."));
    assertThat(world.history.standing(shop).last().map(RecordedTouch::touch))
        .hasValueSatisfying(
            touch -> assertThat(((Outcome.Alive) touch.outcome()).remark()).isEmpty());
    assertThat(world.told).isEmpty();
  }
}
