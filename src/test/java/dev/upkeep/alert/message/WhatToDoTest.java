package dev.upkeep.alert.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.alert.rule.AlertSubject;
import dev.upkeep.alert.rule.Announcement;
import dev.upkeep.alert.webhook.Posts;
import dev.upkeep.database.Margin;
import dev.upkeep.history.Topic;
import dev.upkeep.language.Language;
import dev.upkeep.testing.HostileNames;
import dev.upkeep.words.When;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What somebody reads who hears of a database far from the computer that keeps it.
final class WhatToDoTest {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

  private static Announcement announcement(Topic topic, Topic cause, String name, boolean offline) {
    return new Announcement(
        UUID.randomUUID(),
        new AlertSubject(UUID.randomUUID(), name, "h.upstash.io", "Upstash"),
        topic,
        cause,
        NOW,
        NOW,
        3,
        Optional.empty(),
        Optional.empty(),
        Margin.Level.HALF,
        offline);
  }

  private static AlertText text(Language language, Announcement... all) {
    return AlertText.of(List.of(all), new When(NOW, ZoneOffset.UTC, language));
  }

  @ParameterizedTest
  @CsvSource({
    "CREDENTIALS, CREDENTIALS, upkeep edit shop-cache",
    "ARCHIVED, ARCHIVED, upkeep edit shop-cache",
    "REMINDER, CREDENTIALS, upkeep edit shop-cache",
    "DOWN, DOWN, upkeep doctor shop-cache",
    "SECRET, SECRET, upkeep doctor shop-cache",
    "MARGIN, MARGIN, upkeep touch shop-cache"
  })
  void each_that_wants_somebody_says_the_command_in_both_languages(
      Topic topic, Topic cause, String command) {
    Announcement one = announcement(topic, cause, "shop-cache", false);

    for (Language language : Language.values()) {
      AlertText told = text(language, one);
      assertThat(told.todo()).contains(command);
      assertThat(told.body()).as("a notice has buttons for it").doesNotContain(command);
      assertThat(Posts.of(told).body()).isEqualTo(told.body() + "\n" + told.todo());
    }
  }

  @ParameterizedTest
  @CsvSource({"RECOVERED, DOWN, false", "FULL, FULL, false", "MARGIN, MARGIN, true"})
  void nothing_is_said_where_nothing_is_to_be_done_there(Topic topic, Topic cause, boolean off) {
    AlertText told = text(Language.ENGLISH, announcement(topic, cause, "shop", off));

    assertThat(told.todo()).isEmpty();
    assertThat(Posts.of(told).body()).isEqualTo(told.body());
  }

  @ParameterizedTest
  @MethodSource
  void a_name_that_a_shell_would_not_take_as_it_is_stands_in_no_command(String name) {
    String todo =
        text(Language.ENGLISH, announcement(Topic.CREDENTIALS, Topic.CREDENTIALS, name, false))
            .todo();

    assertThat(todo).doesNotContain("upkeep edit").startsWith("Where Upkeep runs, its window");
    assertThat(todo.lines()).hasSize(1);
  }

  static Stream<String> a_name_that_a_shell_would_not_take_as_it_is_stands_in_no_command() {
    return Stream.concat(
        Stream.of("-rf", "a b", "$(id)", "a;b", "ü"),
        HostileNames.all().filter(name -> !name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")));
  }

  @Test
  void several_are_told_where_all_of_them_are() {
    AlertText told =
        text(
            Language.ENGLISH,
            announcement(Topic.DOWN, Topic.DOWN, "a", false),
            announcement(Topic.CREDENTIALS, Topic.CREDENTIALS, "b", false));

    assertThat(told.todo()).contains("upkeep status").doesNotContain("edit");
  }
}
