package dev.upkeep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.testing.BadServer;
import dev.upkeep.testing.Canary;
import dev.upkeep.testing.FakeUpstash;
import dev.upkeep.testing.HttpReply;
import dev.upkeep.testing.UpkeepProcess;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Plants secrets in every format, has every server repeat what it was sent, and looks for them in
/// all that a real process writes.
final class CanaryIT {
  /// With the characters that are encoded differently everywhere.
  private static String canary(int n) {
    return "c4n4ry" + n + "/Pa+5=w0rd";
  }

  /// With letters that are more than one byte.
  private static String foreign(int n) {
    return "kanari" + n + "/Größe+密码锁鍵=wört";
  }

  private static String percent(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static List<String> formats(IntFunction<String> canaries, int redis, int rest) {
    String host = "127.0.0.1";
    List<String> texts = new ArrayList<>();
    texts.add("redis://default:%s@%s:%d".formatted(percent(canaries.apply(0)), host, redis));
    texts.add("redis-cli -u redis://default:%s@%s:%d".formatted(canaries.apply(1), host, redis));
    texts.add("redis-cli -a %s -h %s -p %d".formatted(canaries.apply(2), host, redis));
    texts.add(
        "export REDIS_URL=\"redis://default:%s@%s:%d\";"
            .formatted(percent(canaries.apply(3)), host, redis));
    texts.add(
        "UPSTASH_REDIS_REST_URL=\"http://%s:%d\"\nUPSTASH_REDIS_REST_TOKEN=\"%s\""
            .formatted(host, rest, canaries.apply(4)));
    texts.add(
        "KV_REST_API_URL=http://%s:%d\nKV_REST_API_READ_ONLY_TOKEN=%s"
            .formatted(host, rest, canaries.apply(5)));
    texts.add(
        "new Redis({ url: 'http://%s:%d', token: '%s' })".formatted(host, rest, canaries.apply(6)));
    texts.add(
        "createClient({ url: \"redis://default:%s@%s:%d\" })"
            .formatted(percent(canaries.apply(7)), host, redis));
    texts.add(
        "redis.Redis(host='%s', port=%d, password='%s', ssl=False)"
            .formatted(host, redis, canaries.apply(8)));
    texts.add(
        "curl http://%s:%d/set/foo/bar -H \"Authorization: Bearer %s\""
            .formatted(host, rest, canaries.apply(9)));
    texts.add(
        "{\"redis\": {\"host\": \"%s\", \"port\": %d, \"password\": \"%s\"}}"
            .formatted(host, redis, canaries.apply(10)));
    return texts;
  }

  @ParameterizedTest
  @CsvSource({"ping -v, false", "doctor --json -v, false", "ping -v, true", "doctor -v, true"})
  void no_command_repeats_a_secret_that_servers_repeat(String command, boolean isForeign)
      throws Exception {
    IntFunction<String> canaries = isForeign ? CanaryIT::foreign : CanaryIT::canary;
    try (BadServer redis =
            BadServer.replying(words ->
                "-ERR unknown command '%s', with args beginning with: %s\r\n"
                    .formatted(words.getFirst(), words.subList(1, words.size())));
        FakeUpstash rest = FakeUpstash.start()) {
      List<String> formats = formats(canaries, redis.port(), rest.uri().getPort());
      for (int n = 0; n < formats.size(); n++) {
        if (isForeign && formats.get(n).contains("http:")) {
          continue; // a token has no such letters, and none is sent
        }
        String canary = canaries.apply(n);
        rest.answering(
            HttpReply.json(400, "{\"error\":\"ERR no %s %s\"}".formatted(canary, percent(canary))));
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.add("--stdin");

        UpkeepProcess.Result result =
            new UpkeepProcess()
                .env("UPKEEP_LOG", n % 2 == 0 ? "text" : "json")
                .stdin(formats.get(n))
                .run(arguments.toArray(String[]::new));

        assertThat(result.exitCode()).as(result.everything()).isEqualTo(1);
        assertThat(result.everything()).doesNotContain(Canary.traces(canary));
      }
      assertThat(redis.commands().toString()).contains(canaries.apply(0));
      assertThat(rest.requests().isEmpty()).isEqualTo(isForeign);
    }
  }

  /// Jedis reads these errors itself, and its exceptions quote what it cannot read.
  @ParameterizedTest
  @ValueSource(strings = {"MOVED 1 host:%s", "MOVED %s host:1", "ASK 1 host:%s", "ASK %s"})
  void a_secret_in_an_error_that_the_client_library_takes_apart_is_not_repeated(String error)
      throws Exception {
    String canary = canary(50);
    try (BadServer redis =
        BadServer.replying(words -> "-" + error.formatted(words.getLast()) + "\r\n")) {
      UpkeepProcess.Result result =
          new UpkeepProcess()
              .env(
                  "UPSTASH_REDIS_URL",
                  "redis://default:%s@127.0.0.1:%d".formatted(percent(canary), redis.port()))
              .run("ping", "-v");

      assertThat(result.exitCode()).as(result.everything()).isEqualTo(1);
      assertThat(result.everything()).doesNotContain(canary, canary.substring(8));
    }
  }

  @Test
  void a_text_that_cannot_be_used_is_not_repeated_either() throws Exception {
    String canary = canary(99);
    for (String text :
        List.of(
            "rediss://default:" + canary,
            "rediss://default:" + canary + "@host:99999999",
            "redis+sentinel://:" + canary + "@host:26379",
            "UPSTASH_REDIS_REST_TOKEN=" + canary,
            canary)) {
      UpkeepProcess.Result result =
          new UpkeepProcess().env("UPSTASH_REDIS_URL", text).run("ping", "-v");

      assertThat(result.exitCode()).as(text).isEqualTo(2);
      assertThat(result.everything()).doesNotContain(canary, canary.substring(8));
    }
  }
}
