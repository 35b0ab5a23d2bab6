package dev.upkeep.agent.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.alert.message.AlertText;
import dev.upkeep.alert.rule.AlertSubject;
import dev.upkeep.alert.rule.Announcement;
import dev.upkeep.alert.service.Delivery;
import dev.upkeep.database.Margin;
import dev.upkeep.desktop.Notice;
import dev.upkeep.desktop.NoticeListener;
import dev.upkeep.history.Topic;
import dev.upkeep.language.AccountPhrase;
import dev.upkeep.language.Language;
import dev.upkeep.words.When;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class DesktopChannelTest implements DesktopChannel.Board, DesktopChannel.Actions {
  private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");
  private static final UUID SHOP = new UUID(1, 1);
  private static final UUID STAGING = new UUID(1, 2);

  private final List<Notice> shown = new ArrayList<>();
  private final List<String> withdrawn = new ArrayList<>();
  private final List<String> done = new ArrayList<>();
  private final DesktopChannel channel =
      new DesktopChannel(this, Runnable::run, this, () -> Duration.ofHours(4), Language.ENGLISH);
  private Consumer<String> press = key -> {};
  private final AskedDatabases answers = new AskedDatabases();
  private boolean takes = true;
  private long events;

  private Delivery tell(Topic topic, UUID... databases) {
    List<Announcement> announcements =
        Arrays.stream(databases).map(database -> announcement(topic, database)).toList();
    return channel.deliver(AlertText.of(announcements, new When(NOW, ZoneOffset.UTC))).join();
  }

  private Announcement announcement(Topic topic, UUID database) {
    return new Announcement(
        new UUID(2, ++events),
        new AlertSubject(database, "<b>shop</b>", "eu1.upstash.io", "Upstash"),
        topic,
        topic == Topic.RECOVERED ? Topic.DOWN : topic,
        NOW,
        NOW,
        3,
        Optional.empty(),
        Optional.empty(),
        Margin.Level.AMPLE,
        false);
  }

  private static List<String> labels(Notice notice) {
    return notice.buttons().stream().map(Notice.Button::label).toList();
  }

  @Test
  void an_alarm_is_critical_plain_text_with_what_can_be_done() {
    assertThat(tell(Topic.DOWN, SHOP)).isInstanceOf(Delivery.Silent.class);

    assertThat(shown.getFirst().urgency()).isEqualTo(Notice.Urgency.CRITICAL);
    assertThat(shown.getFirst().title()).startsWith("<b>shop</b> ");
    assertThat(labels(shown.getFirst())).containsExactly("Show", "Touch now", "Snooze 4 h");
  }

  @Test
  void a_new_database_of_an_account_is_kept_or_ignored_and_takes_no_alarms_place() {
    tell(Topic.DOWN, SHOP);
    Announcement news =
        Announcement.of(
            UUID.randomUUID(),
            new AlertSubject(SHOP, "the Upstash account", "upstash.com", "Upstash"),
            NOW,
            new Announcement.News(
                AccountPhrase.APPEARED.with("blog"),
                AccountPhrase.APPEARED_TEXT.with("id-1"),
                false,
                Optional.of("id-1")));
    var _ = channel.deliver(AlertText.of(List.of(news), new When(NOW, ZoneOffset.UTC))).join();

    Notice notice = shown.getLast();
    assertThat(notice.title())
        .isEqualTo("blog is new in your Upstash account, and nobody keeps it");
    assertThat(labels(notice)).containsExactly("Keep", "Ignore", "Show");
    assertThat(notice.tag()).isNotEqualTo(shown.getFirst().tag());
    press.accept("keep");
    press.accept("ignore");
    press.accept("open");
    assertThat(done).contains("keep id-1", "ignore id-1");
  }

  @Test
  void good_news_that_a_person_waits_for_is_not_quiet() {
    tell(Topic.DOWN, SHOP);
    answers.asked(List.of(SHOP));
    tell(Topic.RECOVERED, SHOP);

    assertThat(shown.getLast().urgency()).isEqualTo(Notice.Urgency.NORMAL);
    assertThat(answers.wereTold(List.of(SHOP))).as("so nobody else has to").isTrue();
  }

  @Test
  void good_news_that_a_person_knows_already_only_calls_the_alarm_off() {
    tell(Topic.DOWN, SHOP);
    answers.answered(List.of(SHOP));
    assertThat(tell(Topic.RECOVERED, SHOP)).isInstanceOf(Delivery.Silent.class);

    assertThat(shown).hasSize(1);
    assertThat(withdrawn).containsExactly(shown.getFirst().tag());

    tell(Topic.DOWN, SHOP);
    tell(Topic.RECOVERED, SHOP);
    assertThat(shown).as("another time it is news again").hasSize(3);
  }

  @Test
  void good_news_takes_the_place_of_the_alarm() {
    tell(Topic.DOWN, SHOP);
    tell(Topic.RECOVERED, SHOP);

    assertThat(shown).extracting(Notice::tag).containsOnly(shown.getFirst().tag());
    assertThat(shown.getLast().urgency()).isEqualTo(Notice.Urgency.LOW);
    assertThat(labels(shown.getLast())).containsExactly("Show");
  }

  @Test
  void a_notice_of_several_stays_until_something_newer_was_said_of_each() {
    tell(Topic.DOWN, SHOP, STAGING);
    tell(Topic.RECOVERED, SHOP);
    assertThat(shown.getLast().tag()).isNotEqualTo(shown.getFirst().tag());
    assertThat(withdrawn).isEmpty();

    tell(Topic.RECOVERED, STAGING);

    assertThat(shown.getLast().tag()).isEqualTo(shown.getFirst().tag());
  }

  @Test
  void one_notice_makes_good_for_several() {
    tell(Topic.DOWN, SHOP);
    tell(Topic.DOWN, STAGING);
    tell(Topic.RECOVERED, SHOP, STAGING);

    assertThat(shown.getLast().tag()).isEqualTo(shown.get(1).tag());
    assertThat(withdrawn).containsExactly(shown.getFirst().tag());
  }

  @Test
  void what_holds_no_more_is_taken_away() {
    tell(Topic.SECRET, SHOP);
    assertThat(labels(shown.getFirst())).containsExactly("Unlock", "Show");

    channel.clear(java.util.Set.of(SHOP));

    assertThat(withdrawn).containsExactly(shown.getFirst().tag());
  }

  @Test
  void a_desktop_that_shows_nothing_is_a_delivery_to_be_tried_again() {
    takes = false;

    assertThat(tell(Topic.DOWN, SHOP)).isInstanceOf(Delivery.NotDelivered.class);
  }

  @Test
  void buttons_act_on_the_databases_of_their_notice() {
    tell(Topic.DOWN, SHOP);

    press.accept("touch");
    press.accept("snooze");
    press.accept(NoticeListener.OPEN);
    press.accept("unlock");
    press.accept("nonsense");

    assertThat(done)
        .containsExactly(
            "touch [" + SHOP + "]",
            "snooze [" + SHOP + "]",
            "show [" + SHOP + "]",
            "unlock [" + SHOP + "]");
  }

  @Override
  public CompletableFuture<Boolean> show(Notice notice, Consumer<String> onPressed) {
    press = onPressed;
    shown.add(notice);
    return CompletableFuture.completedFuture(takes);
  }

  @Override
  public void withdraw(String tag) {
    withdrawn.add(tag);
  }

  @Override
  public AskedDatabases answers() {
    return answers;
  }

  @Override
  public void show(Collection<UUID> databases) {
    done.add("show " + databases);
  }

  @Override
  public void touch(Collection<UUID> databases) {
    done.add("touch " + databases);
  }

  @Override
  public void snooze(Collection<UUID> databases) {
    done.add("snooze " + databases);
  }

  @Override
  public void keep(String offered) {
    done.add("keep " + offered);
  }

  @Override
  public void ignore(String offered) {
    done.add("ignore " + offered);
  }

  @Override
  public void unlock(Collection<UUID> databases) {
    done.add("unlock " + databases);
  }
}
