package dev.upkeep.alert.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.upkeep.alert.service.Delivery;
import dev.upkeep.alert.service.Delivery.Delivered;
import dev.upkeep.alert.service.Delivery.NotDelivered;
import dev.upkeep.alert.service.MailAddress;
import dev.upkeep.alert.service.MailServer;
import dev.upkeep.alert.service.Post;
import dev.upkeep.database.Secret;
import dev.upkeep.http.WatchedTrust;
import dev.upkeep.testing.Certificates;
import dev.upkeep.testing.HostileNames;
import dev.upkeep.testing.MailServerProcess;
import dev.upkeep.testing.ServerIdentity;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Letters to a real mail server with a mailbox, and to some that are up to no good.
final class MailPostIT {
  private static final UUID EVENT = UUID.fromString("5bf66975-d4c7-4bf5-bcc8-b8d8a82ea278");
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PASSWORD = "c4n4ry-P4ssw0rd";

  @TempDir private Path folder;

  private static Letter letter(String name) {
    return Letter.of(
        new Post(
            name + " cannot be reached",
            "Es hat drei Mal nicht geantwortet: Überprüfen Sie es.\n.\nzweite Zeile",
            Post.Weight.HIGH,
            List.of(),
            Optional.empty()),
        new MailAddress("upkeep@example.org"),
        List.of(new MailAddress("me@example.org"), new MailAddress("you@example.com")),
        EVENT,
        NOW);
  }

  private static MailPost post(String scheme, int port, boolean clear, String user)
      throws Exception {
    KeyStore authorities = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(Certificates.trustStore())) {
      authorities.load(in, ServerIdentity.KEY_STORE_PASSWORD.toCharArray());
    }
    return new MailPost(
        MailServer.parse(scheme + "://" + user + "localhost:" + port).orElseThrow(),
        user.isEmpty() ? Optional.empty() : Optional.of(Secret.of(PASSWORD)),
        PATIENCE,
        clear,
        Optional.of(WatchedTrust.in(authorities)));
  }

  private static MimeMessage read(Path file) throws Exception {
    try (var in = Files.newInputStream(file)) {
      return new MimeMessage(Session.getInstance(new Properties()), in);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_letter_arrives_whole(MailServerProcess.Tls tls) throws Exception {
    try (MailServerProcess server = MailServerProcess.start(folder, tls, Certificates.server())) {
      String scheme = tls == MailServerProcess.Tls.IMPLICIT ? "smtps" : "smtp";
      boolean clear = tls == MailServerProcess.Tls.NONE;

      assertThat(post(scheme, server.port(), clear, "").send(letter("Büro-Cache 🦊")))
          .isEqualTo(new Delivered(250));

      assertThat(server.letters()).hasSize(1);
      MimeMessage letter = read(server.letters().getFirst());
      assertThat(letter.getSubject()).isEqualTo("Büro-Cache 🦊 cannot be reached");
      assertThat(letter.getContent().toString().replace("\r\n", "\n").strip())
          .isEqualTo(
              "Büro-Cache 🦊 cannot be reached\n\n"
                  + "Es hat drei Mal nicht geantwortet: Überprüfen Sie es.\n.\nzweite Zeile");
      assertThat(letter.getMessageID()).isEqualTo("<" + EVENT + "@example.org>");
      assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(letter.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
      assertThat(letter.getHeader("X-RcptTo", ",")).contains("me@example.org", "you@example.com");
      assertThat(letter.getSentDate()).isEqualTo(NOW);
      assertThat(Files.readString(server.letters().getFirst()).split("\n\n", 2)[0])
          .as("headers are ASCII")
          .matches("\\p{ASCII}*");
    }
  }

  @Test
  void hostile_names_stay_in_their_line() throws Exception {
    try (MailServerProcess server =
        MailServerProcess.start(folder, MailServerProcess.Tls.STARTTLS, Certificates.server())) {
      List<String> names =
          Stream.concat(HostileNames.all(), Stream.of("ü".repeat(4000), "x".repeat(4000))).toList();
      for (String name : names) {
        assertThat(post("smtp", server.port(), false, "").send(letter(name)))
            .as(name)
            .isEqualTo(new Delivered(250));
      }
      assertThat(server.letters()).hasSize(names.size());
      for (Path file : server.letters()) {
        MimeMessage letter = read(file);
        assertThat(letter.getAllRecipients()).hasSize(2);
        assertThat(letter.getSubject()).doesNotContain("\r", "\n").hasSizeLessThanOrEqualTo(200);
      }
    }
  }

  @Test
  void a_server_without_starttls_gets_nothing() throws Exception {
    try (MailServerProcess server =
        MailServerProcess.start(folder, MailServerProcess.Tls.NONE, Certificates.server())) {
      assertThat(post("smtp", server.port(), false, "").send(letter("shop")))
          .isEqualTo(
              new NotDelivered(
                  "localhost offers no encryption (STARTTLS), and nothing is sent without it"));
      assertThat(server.letters()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"STARTTLS", "IMPLICIT"})
  void a_certificate_for_another_name_gets_nothing(MailServerProcess.Tls tls) throws Exception {
    try (MailServerProcess server =
        MailServerProcess.start(folder, tls, Certificates.wrongHost())) {
      String scheme = tls == MailServerProcess.Tls.IMPLICIT ? "smtps" : "smtp";

      assertThat(post(scheme, server.port(), false, "").send(letter("shop")))
          .isEqualTo(new NotDelivered("no trusted encrypted connection to localhost"));
      assertThat(server.letters()).isEmpty();
    }
  }

  @Test
  void starttls_that_is_offered_and_dropped_gets_nothing() throws Exception {
    try (Scripted server =
        new Scripted(
            line -> line.startsWith("EHLO") ? "250-here\r\n250 STARTTLS" : "454 not now")) {
      Delivery delivery = post("smtp", server.port(), false, "").send(letter("shop"));

      assertThat(delivery).isInstanceOf(NotDelivered.class);
      assertThat(server.heard()).contains("STARTTLS").doesNotContain("MAIL", "AUTH", "shop");
    }
  }

  @Test
  void what_a_server_repeats_of_a_password_is_not_shown() throws Exception {
    try (Scripted server =
        new Scripted(line ->
            line.startsWith("EHLO")
                ? "250-here\r\n250 AUTH PLAIN"
                : "535 no such \u001b[1m" + line + " " + PASSWORD)) {
      Delivery delivery = post("smtp", server.port(), true, "me@").send(letter("shop"));

      assertThat(((NotDelivered) delivery).reason())
          .startsWith("localhost does not accept the user or the password")
          .contains("•••")
          .doesNotContain(PASSWORD, "c4n4ry", "\u001b");
    }
  }

  @Test
  void a_server_that_never_ends_a_line_is_left() throws Exception {
    try (Scripted server = new Scripted(line -> "250-" + "x".repeat(2 * MailSocket.MOST_BYTES))) {
      Delivery delivery = post("smtp", server.port(), true, "").send(letter("shop"));

      assertThat(((NotDelivered) delivery).reason())
          .startsWith("localhost ended the conversation")
          .hasSizeLessThan(1000);
    }
  }

  @Test
  void what_a_server_refuses_is_told_in_its_words() throws Exception {
    try (Scripted server =
        new Scripted(line -> line.startsWith("MAIL") ? "550 no mail from you" : "250 here")) {
      assertThat(post("smtp", server.port(), true, "").send(letter("shop")))
          .isEqualTo(new NotDelivered("localhost refused the letter: 550 no mail from you"));
    }
  }

  @Test
  void what_some_have_is_delivered() throws Exception {
    try (Scripted server =
        new Scripted(line ->
            switch (line) {
              case "RCPT TO:<you@example.com>" -> "550 nobody of that name";
              case "DATA" -> "354 go on";
              case "." -> "250 taken";
              default -> line.matches("EHLO.*|MAIL.*|RCPT.*|QUIT|RSET") ? "250 fine" : "";
            })) {
      assertThat(post("smtp", server.port(), true, "").send(letter("shop")))
          .isEqualTo(new Delivered(250));
      assertThat(server.heard()).contains("DATA");
    }
  }

  @Test
  void a_name_that_should_be_this_computer_and_is_not_gets_nothing() {
    MailSocket socket = new MailSocket(true);

    assertThatExceptionOfType(MailSocket.NotHereException.class)
        .isThrownBy(
            () -> socket.connect(new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 25), 1));
  }

  @Test
  void a_server_that_says_nothing_is_given_up() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
      MailPost hasty =
          new MailPost(
              MailServer.parse("smtp://localhost:" + mute.getLocalPort()).orElseThrow(),
              Optional.empty(),
              Duration.ofMillis(300),
              true,
              Optional.empty());

      assertThat(hasty.send(letter("shop")))
          .isEqualTo(new NotDelivered("localhost did not take it in time"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nBcc: x@example.com", "a\rb", "a\u0000b"})
  void a_subject_of_two_lines_is_refused(String subject) {
    MailAddress me = new MailAddress("me@example.org");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Letter(me, List.of(me), subject, "text", EVENT, NOW));
  }

  /// A server that answers each line as a test says.
  private static final class Scripted implements AutoCloseable {
    private final ServerSocket listener =
        new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
    private final List<String> heard = new CopyOnWriteArrayList<>();

    Scripted(UnaryOperator<String> answer) throws IOException {
      Thread.ofVirtual()
          .start(() -> {
            try (Socket socket = listener.accept();
                BufferedReader in =
                    new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
              say(socket, "220 here");
              for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                String said = answer.apply(line);
                if (!said.isEmpty()) {
                  say(socket, said);
                }
              }
            } catch (IOException gone) {
              heard.add("(gone)");
            }
          });
    }

    private static void say(Socket socket, String text) throws IOException {
      socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    int port() {
      return listener.getLocalPort();
    }

    String heard() {
      return String.join("\n", heard);
    }

    @Override
    public void close() throws IOException {
      listener.close();
    }
  }
}
