package dev.upkeep.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FakeUpstashTest {
  private final FakeUpstash upstash = FakeUpstash.start();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    client.close();
    upstash.close();
  }

  @Test
  void runsOneCommand() throws Exception {
    HttpResponse<String> reply = post("/", "[\"SET\",\"k\",\"v\",\"EX\",60,\"GET\"]");
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("{\"result\":null}");
    assertThat(post("/", "[\"GET\",\"k\"]").body()).isEqualTo("{\"result\":\"v\"}");
    assertThat(upstash.redis().get("k")).contains("v");
  }

  @Test
  void runsAPipelineAndReportsErrorsBesideResults() throws Exception {
    upstash.redis().failing("SET", "ERR max requests limit exceeded. Limit: 500000");
    HttpResponse<String> reply =
        post("/pipeline", "[[\"PING\"],[\"SET\",\"k\",\"v\"],[\"GET\",\"k\"]]");
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body())
        .isEqualTo(
            "[{\"result\":\"PONG\"},"
                + "{\"error\":\"ERR max requests limit exceeded. Limit: 500000\"},"
                + "{\"result\":null}]");
  }

  @Test
  void asksForTheToken() throws Exception {
    for (String authorization : new String[] {"Bearer wrong", "Basic x", "Bearer "}) {
      HttpResponse<String> reply = post(upstash.uri(), authorization, "[\"PING\"]");
      assertThat(reply.statusCode()).isEqualTo(401);
      assertThat(reply.body()).isEqualTo("{\"error\":\"WRONGPASS invalid or missing auth token\"}");
    }
  }

  @Test
  void letsAReadOnlyTokenOnlyRead() throws Exception {
    HttpResponse<String> reply =
        post(
            upstash.uri().resolve("/pipeline"),
            "Bearer " + FakeUpstash.READ_ONLY_TOKEN,
            "[[\"SET\",\"k\",\"v\"],[\"GET\",\"k\"]]");
    assertThat(reply.body()).contains("NOPERM").endsWith("{\"result\":null}]");
  }

  @Test
  void rejectsWhatItDoesNotUnderstand() throws Exception {
    assertThat(post("/", "no json").statusCode()).isEqualTo(400);
    assertThat(post("/", "{}").statusCode()).isEqualTo(400);
    assertThat(post("/pipeline", "[1]").statusCode()).isEqualTo(400);
    assertThat(post("/elsewhere", "[]").statusCode()).isEqualTo(400);
    assertThat(post("/", "[\"HELLO\"]").body()).contains("not available");
    HttpResponse<String> reply =
        client.send(
            HttpRequest.newBuilder(upstash.uri())
                .header("Authorization", "Bearer " + FakeUpstash.TOKEN)
                .DELETE()
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(reply.statusCode()).isEqualTo(405);
  }

  @Test
  void readsLagUntilTheSyncTokenComesBack() throws Exception {
    upstash.redis().staleReads(100, Optional.of("old"));
    HttpResponse<String> written = post("/pipeline", "[[\"SET\",\"k\",\"new\"],[\"GET\",\"k\"]]");
    assertThat(written.body()).endsWith("{\"result\":\"old\"}]");
    String token = written.headers().firstValue("upstash-sync-token").orElseThrow();
    assertThat(post("/", "[\"GET\",\"k\"]").body()).contains("old");
    HttpRequest synced =
        request(upstash.uri(), "Bearer " + FakeUpstash.TOKEN, "[\"GET\",\"k\"]")
            .header("upstash-sync-token", token)
            .build();
    assertThat(client.send(synced, HttpResponse.BodyHandlers.ofString()).body()).contains("new");
  }

  @Test
  void saysAnythingElseOnRequest() throws Exception {
    upstash.answering(HttpReply.html(200, "<html>Log in to the Wi-Fi</html>"));
    HttpResponse<String> reply = post("/", "[\"PING\"]");
    assertThat(reply.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(reply.body()).contains("Wi-Fi");
    upstash.answering(HttpReply.redirect(302, "http://127.0.0.1:1/"));
    assertThat(post("/", "[]").statusCode()).isEqualTo(302);
    upstash.answering(HttpReply.huge(5_000_000));
    assertThat(post("/", "[]").body()).hasSizeGreaterThan(5_000_000);
    upstash.answering(HttpReply.tooMany(7));
    assertThat(post("/", "[]").headers().firstValue("Retry-After")).contains("7");
    upstash.answeringNormally();
    assertThat(post("/", "[\"PING\"]").body()).isEqualTo("{\"result\":\"PONG\"}");
  }

  @Test
  void remembersWhatItWasAsked() throws Exception {
    post("/pipeline", "[[\"PING\"]]");
    assertThat(upstash.requests())
        .singleElement()
        .satisfies(request -> {
          assertThat(request.method()).isEqualTo("POST");
          assertThat(request.path()).isEqualTo("/pipeline");
          assertThat(request.headers())
              .containsEntry("authorization", "Bearer " + FakeUpstash.TOKEN);
          assertThat(request.body()).isEqualTo("[[\"PING\"]]");
        });
  }

  @Test
  void speaksHttpsWithTheCertificateItWasGiven() throws Exception {
    try (FakeUpstash good = FakeUpstash.start(Certificates.server());
        FakeUpstash expired = FakeUpstash.start(Certificates.expired());
        HttpClient trusting =
            HttpClient.newBuilder().sslContext(Certificates.clientContext()).build()) {
      String bearer = "Bearer " + FakeUpstash.TOKEN;
      HttpRequest request = request(good.uri(), bearer, "[\"PING\"]").build();
      assertThat(trusting.send(request, HttpResponse.BodyHandlers.ofString()).body())
          .isEqualTo("{\"result\":\"PONG\"}");
      HttpRequest toExpired = request(expired.uri(), bearer, "[\"PING\"]").build();
      assertThatThrownBy(() -> trusting.send(toExpired, HttpResponse.BodyHandlers.discarding()))
          .isInstanceOf(SSLException.class);
    }
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return post(upstash.uri().resolve(path), "Bearer " + FakeUpstash.TOKEN, body);
  }

  private HttpResponse<String> post(URI uri, String authorization, String body)
      throws IOException, InterruptedException {
    return client.send(
        request(uri, authorization, body).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(URI uri, String authorization, String body) {
    return HttpRequest.newBuilder(uri)
        .header("Authorization", authorization)
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }
}
