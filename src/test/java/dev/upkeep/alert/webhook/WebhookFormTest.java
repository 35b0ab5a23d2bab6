package dev.upkeep.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.json.Json;
import dev.upkeep.json.JsonException;
import dev.upkeep.touch.FailureKind;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookFormTest {
  @ParameterizedTest
  @CsvSource({
    "https://hooks.slack.com/services/T0/B0/x, SLACK",
    "https://HOOKS.slack.com/workflows/x, SLACK",
    "https://hooks.slack-gov.com/services/x, SLACK",
    "https://discord.com/api/webhooks/1/x, DISCORD",
    "https://discordapp.com/api/webhooks/1/x, DISCORD",
    "https://canary.discord.com/api/v10/webhooks/1/x, DISCORD",
    "https://discord.com/channels/1, JSON",
    "https://hooks.slack.com.example.org/x, JSON",
    "https://example.org/discord.com/api/webhooks/1/x, JSON",
    "http://127.0.0.1:8080, JSON"
  })
  void theAddressChoosesTheForm(String url, WebhookForm form) {
    assertThat(WebhookForm.of(URI.create(url))).isEqualTo(form);
  }

  @Test
  void slackGetsOneText() {
    assertThat(WebhookForm.SLACK.body(post("shop")).write())
        .isEqualTo(
            "{\"text\":\"Upkeep could not touch shop (eu1.upstash.io): The password was"
                + " rejected.\\nA read-only token needs the user default_ro.\"}");
  }

  @Test
  void discordGetsContentThatMentionsNobody() {
    assertThat(WebhookForm.DISCORD.body(post("shop")).write())
        .isEqualTo(
            "{\"content\":\"Upkeep could not touch shop \\\\(eu1.upstash.io\\\\): The password was"
                + " rejected.\\nA read\\\\-only token needs the user default\\\\_ro.\","
                + "\"allowed_mentions\":{\"parse\":[]}}");
  }

  @Test
  void everybodyElseGetsThePartsAndOneSentence() {
    assertThat(WebhookForm.JSON.body(post("shop")).write())
        .isEqualTo(
            "{\"text\":\"Upkeep could not touch shop (eu1.upstash.io): The password was rejected."
                + "\\nA read-only token needs the user default_ro.\","
                + "\"events\":[{\"event\":\"touch.failed\",\"at\":\"2026-01-02T03:04:05Z\","
                + "\"database\":\"shop\",\"host\":\"eu1.upstash.io\",\"kind\":\"AUTH\","
                + "\"message\":\"The password was rejected.\","
                + "\"advice\":\"A read-only token needs the user default_ro.\"}]}");
  }

  @Test
  void aNameCannotCallAChannelInSlack() {
    String body =
        text(WebhookForm.SLACK, "a <!channel> <@U123> <https://evil.example|shop> & @here");

    assertThat(body)
        .contains("a &lt;!channel&gt; &lt;@\u200bU123&gt; &lt;https://evil.example|shop&gt; &amp;")
        .doesNotContain("<", ">", "@here");
  }

  @Test
  void aNameCannotFormatLinkOrMentionInDiscord() {
    String body =
        text(
            WebhookForm.DISCORD,
            "@everyone <@123> <#4> [shop](https://evil.example) **b** `c` ||s||");

    assertThat(body)
        .contains(
            "@\u200beveryone \\<@\u200b123\\> \\<\\#4\\> \\[shop\\]\\(https://evil.example\\)")
        .contains("\\*\\*b\\*\\* \\`c\\` \\|\\|s\\|\\|");
  }

  @Test
  void aNameCannotCallAChannelWhereGenericTextIsShown() {
    assertThat(text(WebhookForm.JSON, "@all @channel")).doesNotContain("@all", "@channel");
  }

  @Test
  void programsGetTheNameAsItIs() {
    String hostile = "@everyone <!here>\n\"\u202e\u2028=cmd|' /C calc'!A0";
    Json.Obj body = WebhookForm.JSON.body(post(hostile));

    assertThat(event(body).string("database")).contains(hostile);
    assertThat(body.write()).doesNotContain("\n").doesNotContain("\u2028");
  }

  @Test
  void aNameCannotBeginAnotherLineOrTurnTheText() {
    for (WebhookForm form : WebhookForm.values()) {
      assertThat(text(form, "a\nAll is well\r\u202eb\u2028c\u0000"))
          .contains("a All is well  b c ")
          .doesNotContain("\u202e", "\u2028", "\u0000");
    }
  }

  @Test
  void aTextIsNeverLongerThanDiscordAllowsNorCutInHalves() throws JsonException {
    for (String piece : List.of("*", "😀", "x*", "x😀", "@", "\\")) {
      String body = text(WebhookForm.DISCORD, piece.repeat(3000));

      assertThat(body).hasSizeLessThanOrEqualTo(2000).endsWith("…").doesNotEndWith("\\…");
      assertThat(body.codePoints()).noneMatch(c -> Character.getType(c) == Character.SURROGATE);
      assertThat(text(WebhookForm.SLACK, piece.repeat(3000))).endsWith("default_ro.");
    }
  }

  private static String text(WebhookForm form, String name) {
    Json.Obj body = form.body(post(name));
    return body.string(form == WebhookForm.DISCORD ? "content" : "text").orElseThrow();
  }

  private static Json.Obj event(Json.Obj body) {
    return body.array("events").orElseThrow().getFirst().asObject().orElseThrow();
  }

  private static Post post(String name) {
    return Post.failed(List.of(failed(name)));
  }

  static FailedTouch failed(String name) {
    return new FailedTouch(
        name,
        "eu1.upstash.io",
        FailureKind.AUTH,
        "The password was rejected.",
        "A read-only token needs the user default_ro.",
        Instant.parse("2026-01-02T03:04:05Z"));
  }
}
