package dev.upkeep.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.event.KeyValuePair;

/// Whoever collects logs relies on these names.
final class JsonLayoutTest {
  private final LoggingEvent event = event("{} was touched.", null, "shop");

  private static LoggingEvent event(
      String message, @Nullable Throwable thrown, Object... arguments) {
    LoggingEvent event =
        new LoggingEvent(
            "logger",
            new LoggerContext().getLogger("dev.upkeep.agent.keeping.Keeper"),
            Level.WARN,
            message,
            thrown,
            arguments);
    event.setInstant(Instant.parse("2025-09-18T12:00:00.000Z"));
    event.setThreadName("agent");
    return event;
  }

  private static JsonObject line(LoggingEvent event, boolean withStackTraces) {
    String line = new JsonLayout(withStackTraces).doLayout(event);
    assertThat(line).endsWith(System.lineSeparator()).hasLineCount(1);
    return JsonParser.parseString(line).getAsJsonObject();
  }

  @Test
  void an_event_has_these_members_in_this_order() {
    assertThat(new JsonLayout(true).doLayout(event).strip())
        .isEqualTo(
            "{\"time\":\"2025-09-18T12:00:00.000Z\",\"level\":\"WARN\","
                + "\"logger\":\"dev.upkeep.agent.keeping.Keeper\",\"thread\":\"agent\","
                + "\"message\":\"shop was touched.\"}");
  }

  @Test
  void an_exception_is_its_class_and_message_and_where_wanted_its_stack() {
    Throwable thrown = new IllegalStateException("outer", new IllegalArgumentException("inner"));

    JsonObject brief = line(event("It failed.", thrown), false);
    JsonObject whole = line(event("It failed.", thrown), true);

    assertThat(brief.get("error").getAsString())
        .isEqualTo("java.lang.IllegalStateException: outer");
    assertThat(brief.has("stack")).isFalse();
    assertThat(whole.get("error")).isEqualTo(brief.get("error"));
    assertThat(whole.get("stack").getAsString())
        .contains("IllegalStateException: outer", "IllegalArgumentException: inner")
        .contains("at dev.upkeep.log.JsonLayoutTest.");
  }

  @Test
  void pairs_of_the_event_are_members_and_none_passes_for_one_of_ours() {
    event.addKeyValuePair(new KeyValuePair("database", "shop"));
    event.addKeyValuePair(new KeyValuePair("level", "OFF"));
    event.addKeyValuePair(new KeyValuePair("error", "none"));

    JsonObject line = line(event, true);

    assertThat(line.keySet())
        .containsExactly("time", "level", "logger", "thread", "message", "database");
    assertThat(line.get("database").getAsString()).isEqualTo("shop");
    assertThat(line.get("level").getAsString()).isEqualTo("WARN");
  }

  @ParameterizedTest
  @MethodSource("dev.upkeep.testing.HostileNames#all")
  void a_hostile_name_stays_on_its_line_and_comes_through(String name) {
    LoggingEvent named = event("{} was touched.", null, name);

    assertThat(line(named, true).get("message").getAsString()).isEqualTo(name + " was touched.");
  }
}
