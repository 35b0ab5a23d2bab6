package dev.upkeep.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.alert.service.Post;
import dev.upkeep.alert.service.WebhookService;
import dev.upkeep.alert.service.WebhookServices;
import dev.upkeep.json.Json;
import dev.upkeep.json.JsonException;
import dev.upkeep.touch.FailureKind;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WebhookBodiesTest {
  @ParameterizedTest
  @CsvSource({
    "https://hooks.slack.com/services/T0/B0/x, slack",
    "https://HOOKS.slack.com/workflows/x, slack",
    "https://hooks.slack-gov.com/services/x, slack",
    "https://discord.com/api/webhooks/1/x, discord",
    "https://discordapp.com/api/webhooks/1/x, discord",
    "https://canary.discord.com/api/v10/webhooks/1/x, discord",
    "https://discord.com/channels/1, json",
    "https://hooks.slack.com.example.org/x, json",
    "https://example.org/discord.com/api/webhooks/1/x, json",
    "https://ntfy.sh/topic, ntfy",
    "https://api.telegram.org/bot1:a/sendMessage?chat_id=1, telegram",
    "https://prod-12.westeurope.logic.azure.com:443/workflows/x, teams",
    "https://default1.2.environment.api.powerplatform.com/powerautomate/x, teams",
    "https://acme.webhook.office.com/webhookb2/x, teams",
    "https://chat.googleapis.com/v1/spaces/A/messages?key=k&token=t, google-chat",
    "https://api.pushover.net/1/messages.json?token=a&user=b, pushover",
    "https://logic.azure.com.example.org/x, json",
    "https://gotify.example.org/message?token=AbC, json",
    "https://chat.example.org/hooks/abcdefghijklmnopqrstuvwxyz, json",
    "http://127.0.0.1:8080, json"
  })
  void theAddressChoosesTheForm(String url, String form) {
    assertThat(WebhookServices.of(URI.create(url)).word()).isEqualTo(form);
  }

  @ParameterizedTest
  @CsvSource({
    "https://ntfy.example.org/topic, ntfy",
    "https://push.example.org/message?token=AbC.123, gotify",
    "https://chat.example.org/hooks/abcdefghijklmnopqrstuvwxy1, mattermost",
    "https://chat.example.org/hooks/5a9f3a1b2c3d4e5f6a7b8c9d/abcdefghijklmnopqrstuvwx, rocket-chat",
    "https://example.org/x, ''",
    "https://ntfy.sh/topic, ''"
  })
  void anAddressThatTellsNothingByItsHostMayLookLikeAService(String url, String service) {
    assertThat(WebhookServices.like(URI.create(url)).map(WebhookService::word).orElse(""))
        .isEqualTo(service);
  }

  @Test
  void slackGetsOneText() {
    assertThat(body("slack", post("shop")))
        .isEqualTo(
            "{\"text\":\"Upkeep could not touch shop (eu1.upstash.io): The password was"
                + " rejected.\\nA read-only token needs the user default_ro.\"}");
  }

  @Test
  void discordGetsContentThatMentionsNobody() {
    assertThat(body("discord", post("shop")))
        .isEqualTo(
            "{\"content\":\"Upkeep could not touch shop \\\\(eu1.upstash.io\\\\): The password was"
                + " rejected.\\nA read\\\\-only token needs the user default\\\\_ro.\","
                + "\"allowed_mentions\":{\"parse\":[]}}");
  }

  @Test
  void everybodyElseGetsThePartsAndOneSentence() {
    assertThat(body("json", post("shop")))
        .isEqualTo(
            "{\"text\":\"Upkeep could not touch shop (eu1.upstash.io): The password was rejected."
                + "\\nA read-only token needs the user default_ro.\","
                + "\"events\":[{\"event\":\"touch.failed\",\"at\":\"2026-01-02T03:04:05.000Z\","
                + "\"database\":\"shop\",\"host\":\"eu1.upstash.io\",\"kind\":\"AUTH\","
                + "\"message\":\"The password was rejected.\","
                + "\"advice\":\"A read-only token needs the user default_ro.\"}]}");
  }

  @Test
  void aNameCannotCallAChannelInSlack() {
    String body = text("slack", "a <!channel> <@U123> <https://evil.example|shop> & @here");

    assertThat(body)
        .contains("a &lt;!channel&gt; &lt;@\u200bU123&gt; &lt;https://evil.example|shop&gt; &amp;")
        .doesNotContain("<", ">", "@here");
  }

  @Test
  void aNameCannotFormatLinkOrMentionInDiscord() {
    String body =
        text("discord", "@everyone <@123> <#4> [shop](https://evil.example) **b** `c` ||s||");

    assertThat(body)
        .contains(
            "@\u200beveryone \\<@\u200b123\\> \\<\\#4\\> \\[shop\\]\\(https://evil.example\\)")
        .contains("\\*\\*b\\*\\* \\`c\\` \\|\\|s\\|\\|");
  }

  @Test
  void aNameCannotCallAChannelWhereGenericTextIsShown() {
    assertThat(text("json", "@all @channel")).doesNotContain("@all", "@channel");
  }

  @Test
  void programsGetTheNameAsItIs() {
    String hostile = "@everyone <!here>\n\"\u202e\u2028=cmd|' /C calc'!A0";
    Json.Obj body = object("json", post(hostile));

    assertThat(event(body).string("database")).contains(hostile);
    assertThat(body.write()).doesNotContain("\n").doesNotContain("\u2028");
  }

  @Test
  void aNameCannotBeginAnotherLineOrTurnTheText() {
    for (String form : List.of("slack", "discord", "json")) {
      assertThat(text(form, "a\nAll is well\r\u202eb\u2028c\u0000"))
          .contains("a All is well  b c ")
          .doesNotContain("\u202e", "\u2028", "\u0000");
    }
  }

  @Test
  void aTextIsNeverLongerThanDiscordAllowsNorCutInHalves() throws JsonException {
    for (String piece : List.of("*", "😀", "x*", "x😀", "@", "\\")) {
      String body = text("discord", piece.repeat(3000));

      assertThat(body).hasSizeLessThanOrEqualTo(2000).endsWith("…").doesNotEndWith("\\…");
      assertThat(body.codePoints()).noneMatch(c -> Character.getType(c) == Character.SURROGATE);
      assertThat(text("slack", piece.repeat(3000))).endsWith("default_ro.");
    }
  }

  static String body(String form, Post post) {
    return WebhookServices.named(form)
        .orElseThrow()
        .request(URI.create("https://h.example/x"), post)
        .body()
        .orElseThrow();
  }

  static Json.Obj object(String form, Post post) {
    return parsed(body(form, post));
  }

  static Json.Obj parsed(String text) {
    try {
      return Json.parse(text).asObject().orElseThrow();
    } catch (JsonException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(String form, String name) {
    Json.Obj body = object(form, post(name));
    return body.string(form.equals("discord") ? "content" : "text").orElseThrow();
  }

  private static Json.Obj event(Json.Obj body) {
    return body.array("events").orElseThrow().getFirst().asObject().orElseThrow();
  }

  private static Post post(String name) {
    return Posts.failed(List.of(failed(name)));
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
