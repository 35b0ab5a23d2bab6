package dev.upkeep.database.paste;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.paste.ConnectionText.Reading;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is said about a text is shown, logged and sent to other processes: it holds no secret, even
/// where the text is broken.
class ConnectionTextSecrecyTest {
  static final String CANARY = "C4nary!s3cr3t";

  /// With letters that are more than one byte.
  private static final String FOREIGN = "Kanari-Größe-密码锁鍵";

  static Stream<String> texts() {
    List<String> texts = new ArrayList<>();
    Stream.concat(Fixtures.REDIS.stream(), Fixtures.REST.stream())
        .map(fixture -> Fixtures.withSecret(fixture, CANARY))
        .forEach(text -> {
          texts.add(text);
          texts.add(text.replace(Fixtures.REDIS_HOST, "your-endpoint.upstash.io"));
          texts.add(text.replace(Fixtures.REDIS_HOST, ""));
          texts.add(text.replace(Fixtures.REDIS_HOST, "h!st"));
          texts.add(text.replace("6379", "99999"));
          texts.add(text.replace(CANARY, CANARY + "%21%"));
          texts.add(text.replace("https:", "http:"));
          texts.add(text.replace(CANARY, CANARY + "é"));
          texts.add(text.replace(CANARY, CANARY + "@x/y"));
          texts.add(text.replace(CANARY, CANARY + "****"));
          texts.add(text.replace("@", ""));
          texts.add(text.replace("@", "/"));
          texts.add(text.replace("://", ""));
        });
    texts.add("https://me:" + CANARY + "@a.upstash.io");
    texts.add("me:" + CANARY + "@h.example:6379");
    texts.add("UPSTASH_REDIS_REST_TOKEN=" + CANARY);
    texts.add("REDIS_PASSWORD=" + CANARY);
    return texts.stream();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void nothing_said_about_a_text_holds_its_secret(String text) {
    assertSaysNothing(ConnectionText.read(text), CANARY);
    String foreign = text.replace(CANARY, FOREIGN);
    assertThat(foreign).contains(FOREIGN);
    assertSaysNothing(ConnectionText.read(foreign), FOREIGN);
  }

  static void assertSaysNothing(Reading reading, String canary) {
    List<String> said = new ArrayList<>();
    said.add(reading.toString());
    reading.problems().forEach(problem -> said.add(problem.sentence().english()));
    reading
        .found()
        .forEach(found -> {
          said.add(found.toString());
          said.add(found.endpoint().display());
          found.remarks().forEach(remark -> said.add(remark.english()));
          found.source().ifPresent(said::add);
        });
    assertThat(said)
        .allSatisfy(sentence ->
            assertThat(sentence)
                .doesNotContain(canary)
                .doesNotContain(URLEncoder.encode(canary, StandardCharsets.UTF_8))
                .doesNotContain(
                    Base64.getEncoder().encodeToString(canary.getBytes(StandardCharsets.UTF_8))));
  }
}
