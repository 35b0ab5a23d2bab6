package dev.upkeep.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.alert.service.Delivery;
import dev.upkeep.alert.service.Delivery.Delivered;
import dev.upkeep.alert.service.Delivery.NotDelivered;
import dev.upkeep.alert.service.Post;
import dev.upkeep.alert.service.WebhookServices;
import dev.upkeep.database.Secret;
import dev.upkeep.json.Json;
import dev.upkeep.testing.HttpInbox;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each service as a server that records what it is asked, and answers as its documents say. What
/// the documents are is in `src/docs/telling.md`.
final class ServicesIT {
  private static final String TOKEN = "c4n4ry-T0kEn";
  private static final Post DOWN =
      new Post(
          "shop-cache cannot be reached",
          "It has not answered three times.\nWait.",
          Post.Weight.HIGH,
          List.of(),
          Optional.empty());

  private HttpInbox inbox;

  @BeforeEach
  void open() {
    inbox = HttpInbox.start();
  }

  @AfterEach
  void close() {
    inbox.close();
  }

  private Delivery send(String service, String path, Post post) {
    return Webhook.of(
            Secret.of(inbox.url(path)),
            Optional.of(WebhookServices.named(service).orElseThrow()),
            Duration.ofSeconds(30))
        .send(post);
  }

  private HttpInbox.Mail asked(String service, String path) {
    Delivery _ = send(service, path, DOWN);
    assertThat(inbox.all()).hasSize(1);
    return inbox.all().getFirst();
  }

  @Test
  void ntfy_is_asked_at_its_root_with_the_topic_in_the_body() {
    HttpInbox.Mail mail = asked("ntfy", "/upkeep_Alerts-1");

    assertThat(mail.method() + " " + mail.path()).isEqualTo("POST /");
    assertThat(mail.headers()).containsEntry("content-type", "application/json");
    assertThat(mail.headers().keySet()).doesNotContain("title", "x-title", "message");
    assertThat(mail.body())
        .isEqualTo(
            "{\"topic\":\"upkeep_Alerts-1\",\"title\":\"shop-cache cannot be reached\","
                + "\"message\":\"It has not answered three times.\\nWait.\",\"priority\":4}");
  }

  @Test
  void ntfy_is_asked_below_a_path_with_what_its_address_allows() {
    assertThat(asked("ntfy", "/push/alerts?auth=QmVhcmVyIHRr").path())
        .isEqualTo("/push/?auth=QmVhcmVyIHRr");
  }

  @Test
  void telegram_is_asked_for_the_chat_of_the_address_without_a_parse_mode() {
    HttpInbox.Mail mail =
        asked("telegram", "/bot12:" + TOKEN + "/sendMessage?chat_id=-100123&message_thread_id=7");

    assertThat(mail.method() + " " + mail.path())
        .isEqualTo("POST /bot12:" + TOKEN + "/sendMessage");
    assertThat(mail.headers()).containsEntry("content-type", "application/json");
    assertThat(mail.body())
        .isEqualTo(
            "{\"chat_id\":\"-100123\",\"message_thread_id\":\"7\","
                + "\"text\":\"shop-cache cannot be reached\\nIt has not answered three times.\\nWait.\","
                + "\"link_preview_options\":{\"is_disabled\":true},\"disable_notification\":false}");
  }

  @Test
  void the_method_of_telegram_need_not_be_pasted() {
    assertThat(asked("telegram", "/bot12:abc?chat_id=%40channel").path())
        .isEqualTo("/bot12:abc/sendMessage");
  }

  @Test
  void gotify_has_its_token_in_a_header_and_nowhere_else() {
    HttpInbox.Mail mail = asked("gotify", "/sub/message?token=" + TOKEN);

    assertThat(mail.method() + " " + mail.path()).isEqualTo("POST /sub/message");
    assertThat(mail.headers())
        .containsEntry("x-gotify-key", TOKEN)
        .containsEntry("content-type", "application/json");
    assertThat(mail.body())
        .isEqualTo(
            "{\"title\":\"shop-cache cannot be reached\","
                + "\"message\":\"It has not answered three times.\\nWait.\",\"priority\":8,"
                + "\"extras\":{\"client::display\":{\"contentType\":\"text/plain\"}}}");
  }

  @Test
  void teams_gets_an_adaptive_card_of_plain_text() {
    HttpInbox.Mail mail = asked("teams", "/workflows/x/triggers/manual/paths/invoke?sig=" + TOKEN);

    assertThat(mail.method() + " " + mail.path())
        .isEqualTo("POST /workflows/x/triggers/manual/paths/invoke?sig=" + TOKEN);
    assertThat(mail.body())
        .isEqualTo(
            "{\"type\":\"message\",\"attachments\":[{"
                + "\"contentType\":\"application/vnd.microsoft.card.adaptive\",\"content\":{"
                + "\"$schema\":\"http://adaptivecards.io/schemas/adaptive-card.json\","
                + "\"type\":\"AdaptiveCard\",\"version\":\"1.4\",\"body\":["
                + "{\"type\":\"RichTextBlock\",\"inlines\":[{\"weight\":\"Bolder\",\"type\":\"TextRun\","
                + "\"text\":\"shop-cache cannot be reached\"}]},"
                + "{\"type\":\"RichTextBlock\",\"inlines\":[{\"type\":\"TextRun\","
                + "\"text\":\"It has not answered three times.\\nWait.\"}]}]}}]}");
  }

  @ParameterizedTest
  @CsvSource({
    "google-chat, /v1/spaces/A/messages?key=k&token=t",
    "mattermost, /hooks/abcdefghijklmnopqrstuvwxyz",
    "slack, /services/T0/B0/x"
  })
  void these_get_one_text(String service, String path) {
    HttpInbox.Mail mail = asked(service, path);

    assertThat(mail.method() + " " + mail.path()).isEqualTo("POST " + path);
    assertThat(mail.headers()).containsEntry("content-type", "application/json");
    assertThat(mail.body().replace("\\\\", ""))
        .isEqualTo(
            "{\"text\":\"shop-cache cannot be reached\\nIt has not answered three times.\\nWait.\"}");
  }

  @Test
  void rocket_chat_fetches_nothing_that_is_named() {
    HttpInbox.Mail mail = asked("rocket-chat", "/hooks/abc/def");

    assertThat(mail.path()).isEqualTo("/hooks/abc/def");
    assertThat(mail.body())
        .isEqualTo(
            "{\"text\":\"shop\\\\-cache cannot be reached\\nIt has not answered three times.\\nWait.\","
                + "\"parseUrls\":false}");
  }

  @Test
  void pushover_gets_a_form_and_no_secret_in_its_address() {
    HttpInbox.Mail mail = asked("pushover", "/1/messages.json?token=" + TOKEN + "&user=uKey");

    assertThat(mail.method() + " " + mail.path()).isEqualTo("POST /1/messages.json");
    assertThat(mail.headers()).containsEntry("content-type", "application/x-www-form-urlencoded");
    assertThat(mail.body())
        .isEqualTo(
            "token="
                + TOKEN
                + "&user=uKey&title=shop-cache+cannot+be+reached"
                + "&message=It+has+not+answered+three+times.%0AWait.&priority=1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ntfy        | /topic        | {\"id\":\"x\",\"event\":\"message\"}",
        "telegram    | /bot1:a?chat_id=1 | {\"ok\":true,\"result\":{}}",
        "gotify      | /message?token=T | {\"id\":1}",
        "google-chat | /v1/spaces/A/messages | {\"name\":\"spaces/A/messages/B\"}",
        "mattermost  | /hooks/a      | ok",
        "rocket-chat | /hooks/a/b    | {\"success\":true}",
        "pushover    | /1/messages.json?token=a&user=b | {\"status\":1,\"request\":\"r\"}",
        "slack       | /services/x   | ok",
        "discord     | /api/webhooks/1/x | ``",
        "teams       | /invoke       | ``"
      })
  void what_they_take_is_delivered(String service, String path, String answer) {
    int status = service.equals("teams") ? 202 : 200;
    inbox.answering(status, answer, Map.of());

    assertThat(send(service, path, DOWN)).isEqualTo(new Delivered(status));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ntfy     | /topic | 403 | {\"code\":40301,\"http\":403,\"error\":\"forbidden\"} | forbidden",
        "telegram | /bot1:a?chat_id=1 | 400 | {\"ok\":false,\"error_code\":400,\"description\":\"Bad"
            + " Request: chat not found\"} | Bad Request: chat not found",
        "telegram | /bot1:a?chat_id=1 | 200 | {\"ok\":false,\"description\":\"no\"} | no",
        "telegram | /bot1:a?chat_id=1 | 200 | <html> | ``",
        "gotify   | /message?token=T | 401 | {\"error\":\"Unauthorized\",\"errorDescription\":\"you need"
            + " to provide a valid access token\"} | you need to provide a valid access token",
        "teams    | /invoke | 400 | {\"error\":{\"code\":\"x\",\"message\":\"The card is no good.\"}} |"
            + " The card is no good",
        "google-chat | /v1/x | 404 | {\"error\":{\"code\":404,\"message\":\"Space gone\"}} | Space gone",
        "mattermost | /hooks/a | 400 | {\"id\":\"x\",\"message\":\"Invalid webhook.\"} | Invalid webhook",
        "rocket-chat | /hooks/a/b | 200 | {\"success\":false,\"error\":\"invalid-channel\"} |"
            + " invalid-channel",
        "pushover | /1/messages.json?token=a&user=b | 400 | {\"status\":0,\"errors\":[\"application"
            + " token is invalid\",\"x\"]} | application token is invalid, x",
        "slack    | /services/x | 404 | no_service | ``"
      })
  void what_they_refuse_is_not_delivered_and_in_their_words(
      String service, String path, int status, String answer, String words) {
    inbox.answering(status, answer, Map.of());

    assertThat(send(service, path, DOWN))
        .isEqualTo(
            new NotDelivered(
                "localhost answered with an error ("
                    + status
                    + ")"
                    + (words.isEmpty() ? "" : ": " + words)));
  }

  @Test
  void telegram_says_in_the_body_how_long_to_wait() {
    inbox.answering(
        429,
        "{\"ok\":false,\"description\":\"Too Many Requests\",\"parameters\":{\"retry_after\":35}}",
        Map.of());

    assertThat(send("telegram", "/bot1:a?chat_id=1", DOWN))
        .isInstanceOfSatisfying(
            NotDelivered.class,
            not -> assertThat(not.retryAfter()).contains(Duration.ofSeconds(35)));
  }

  @ParameterizedTest
  @CsvSource({
    "ntfy, /t", "gotify, /message?token=T", "teams, /x", "google-chat, /x", "mattermost, /x",
    "rocket-chat, /x", "pushover, /x?token=a&user=b", "slack, /x", "discord, /x", "json, /x"
  })
  void who_has_too_much_to_do_says_in_a_header_how_long_to_wait(String service, String path) {
    inbox.answering(429, "{}", Map.of("Retry-After", "120"));

    assertThat(send(service, path, DOWN))
        .isInstanceOfSatisfying(
            NotDelivered.class,
            not -> assertThat(not.retryAfter()).contains(Duration.ofMinutes(2)));
  }

  @ParameterizedTest
  @CsvSource({
    "ntfy, /c4n4ry-T0kEn, error",
    "telegram, /bot1:c4n4ry-T0kEn/sendMessage?chat_id=1, description",
    "gotify, /message?token=c4n4ry-T0kEn, errorDescription",
    "mattermost, /hooks/c4n4ry-T0kEn, message"
  })
  void a_server_that_repeats_the_address_shows_nobody_what_is_secret_in_it(
      String service, String path, String member) {
    inbox.answering(404, "{\"" + member + "\":\"no \\u001b[1m" + path + " here\"}", Map.of());

    assertThat(((NotDelivered) send(service, path, DOWN)).reason())
        .startsWith("localhost answered with an error (404)")
        .contains("•••")
        .doesNotContain("c4n4ry", "T0kEn", "\u001b");
  }

  @ParameterizedTest
  @CsvSource({
    "telegram, https://api.telegram.org/bot1:c4n4ry",
    "telegram, https://api.telegram.org/c4n4ry?chat_id=1",
    "gotify, https://g.example/message",
    "gotify, https://g.example/other?token=c4n4ry",
    "pushover, https://api.pushover.net/1/messages.json?token=c4n4ry",
    "teams, https://x.webhook.office.com/webhookb2/c4n4ry",
    "ntfy, https://ntfy.sh/",
    "ntfy, https://ntfy.sh/c4n4ry%20topic"
  })
  void an_address_that_lacks_something_is_told_what(String service, String url) {
    String problem = Webhook.problem(url, WebhookServices.named(service)).orElseThrow();

    assertThat(problem).endsWith(".").doesNotContain("c4n4ry");
    assertThat(
            Webhook.of(Secret.of(url), WebhookServices.named(service), Duration.ofSeconds(1))
                .send(DOWN))
        .as("nobody is asked")
        .isInstanceOf(NotDelivered.class);
  }

  @Test
  void a_retired_address_is_named_as_that() {
    assertThat(Webhook.problem("https://acme.webhook.office.com/webhookb2/x").orElseThrow())
        .startsWith("Microsoft has retired the addresses of webhook.office.com.");
  }

  @ParameterizedTest
  @CsvSource({
    "json, /x, 2000, text",
    "slack, /x, 40000, text",
    "discord, /x, 2000, content",
    "telegram, /bot1:a?chat_id=1, 4096, text",
    "google-chat, /x, 4096, text",
    "mattermost, /x, 4000, text",
    "rocket-chat, /x, 4000, text",
    "gotify, /message?token=T, 4000, message",
    "ntfy, /t, 4096, message"
  })
  void four_thousand_characters_are_cut_to_what_the_service_takes(
      String service, String path, int most, String member) {
    for (String piece : List.of("x", "漢", "😀", "*", "@", "&")) {
      Delivery _ =
          send(
              service,
              path,
              new Post(
                  piece.repeat(1000),
                  piece.repeat(4100),
                  Post.Weight.LOW,
                  List.of(),
                  Optional.empty()));
      String text =
          WebhookBodiesTest.parsed(inbox.all().getLast().body()).string(member).orElseThrow();
      assertThat(text.length()).isLessThanOrEqualTo(most);
      if (service.equals("ntfy")) {
        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isBetween(4080, 4096);
      }
      assertThat(text).endsWith(service.equals("slack") ? "" : "…");
      assertThat(text.codePoints()).noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }
  }

  @Test
  void four_thousand_characters_of_every_kind_fit_a_card_and_a_form() {
    for (String piece : List.of("x", "漢", "😀", "\"", "<", "\u0001")) {
      Post post =
          new Post(
              piece.repeat(1000), piece.repeat(4000), Post.Weight.LOW, List.of(), Optional.empty());
      Delivery _ = send("teams", "/x", post);
      assertThat(inbox.all().getLast().body().getBytes(StandardCharsets.UTF_8).length)
          .isLessThan(28 * 1024);
      Delivery _ = send("pushover", "/x?token=a&user=b", post);
      Map<String, String> form = form(inbox.all().getLast().body());
      assertThat(form.get("message")).hasSizeLessThanOrEqualTo(1024).endsWith("…");
      assertThat(form.get("title")).hasSizeLessThanOrEqualTo(250).endsWith("…");
      assertThat(form).containsEntry("priority", "-1");
    }
  }

  static Map<String, String> form(String body) {
    return Arrays.stream(body.split("&", -1))
        .map(part -> part.split("=", 2))
        .collect(
            Collectors.toMap(
                part -> part[0],
                part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8),
                (one, _) -> one,
                LinkedHashMap::new));
  }

  static List<Json> blocks(String body) {
    return WebhookBodiesTest.parsed(body)
        .array("attachments")
        .orElseThrow()
        .getFirst()
        .asObject()
        .orElseThrow()
        .object("content")
        .orElseThrow()
        .array("body")
        .orElseThrow();
  }
}
