package dev.upkeep.upstash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StatusPageReaderTest {
  private static final String SUMMARY =
      """
      {"page": {"id": "x", "name": "Upstash", "url": "https://status.upstash.com"},
       "status": {"indicator": "%s", "description": "%s"},
       "components": [{"name": "Redis", "status": "partial_outage"}],
       "incidents": [%s], "scheduled_maintenances": []}\
      """;

  private static final String INDEX =
      """
      {"data": {"id": "165", "type": "status_page", "attributes": {
        "company_name": "Upstash", "announcement": %s, "aggregate_state": "%s"}},
       "included": []}\
      """;

  @Test
  void statuspage_says_its_state_and_at_most_two_incidents() {
    assertThat(
            StatusPageReader.statuspage(SUMMARY.formatted("none", "All Systems Operational", "")))
        .contains("All Systems Operational");
    assertThat(
            StatusPageReader.statuspage(
                SUMMARY.formatted(
                    "major",
                    "Partial System Outage",
                    "{\"name\": \"eu1 is slow\"}, {\"name\": \"us1 too\"}, {\"name\": \"more\"}")))
        .contains("Partial System Outage; eu1 is slow; us1 too");
  }

  @ParameterizedTest
  @CsvSource({
    "operational, all services work",
    "degraded, some services have trouble",
    "downtime, some services are down",
    "maintenance, maintenance is under way",
    "partial_outage, partial outage"
  })
  void better_stack_says_its_state(String state, String words) {
    assertThat(StatusPageReader.betterStack(INDEX.formatted("null", state))).contains(words);
    assertThat(StatusPageReader.betterStack(INDEX.formatted("\"Redis in eu1\"", state)))
        .contains(words + "; Redis in eu1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<!doctype html><title>Status</title>",
        "[]",
        "{}",
        "{\"status\": \"up\"}",
        "{\"status\": {\"description\": \"fine\"}}",
        "{\"status\": {\"indicator\": \"none\"}}",
        "{\"status\": {\"indicator\": \"none\", \"description\": \" \\u202e\\n\"}}",
        "{\"data\": []}",
        "{\"data\": {\"attributes\": {\"aggregate_state\": 5}}}"
      })
  void what_is_not_understood_says_nothing(String body) {
    assertThat(StatusPageReader.statuspage(body)).isEmpty();
    assertThat(StatusPageReader.betterStack(body)).isEmpty();
  }

  @Test
  void foreign_words_stay_on_their_line_and_short() {
    String hostile = "a\\nAll is well\\u202e\\u0007 \\ud83d " + "😀".repeat(400);

    assertThat(StatusPageReader.statuspage(SUMMARY.formatted("none", hostile, "")).orElseThrow())
        .startsWith("a All is well 😀")
        .endsWith("😀…")
        .satisfies(line -> assertThat(line.codePoints()).hasSizeLessThanOrEqualTo(100));
  }
}
