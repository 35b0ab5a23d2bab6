package dev.upkeep.alert.mail;

import dev.upkeep.alert.service.Delivery;
import dev.upkeep.alert.service.MailServer;
import dev.upkeep.database.Secret;
import dev.upkeep.http.WatchedTrust;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands one letter in ([RFC 6409](https://www.rfc-editor.org/rfc/rfc6409)), with STARTTLS or TLS
/// from the first byte ([RFC 8314](https://www.rfc-editor.org/rfc/rfc8314)), and never in clear but
/// to this computer. The server's name is checked, and its certificate by the authorities that
/// everything else here is checked by.
public final class MailPost {
  /// For each step: to connect, to hear.
  private static final Duration STEP = Duration.ofSeconds(10);

  /// For all of it.
  private static final Duration WHOLE = Duration.ofSeconds(30);

  private static final int TAKEN = 250;
  private static final Logger LOG = LoggerFactory.getLogger(MailPost.class);

  private final MailServer server;
  private final Optional<Secret> password;
  private final Duration whole;
  private final boolean clearToHere;
  private final Optional<WatchedTrust> trust;

  /// A post that has sent nothing.
  ///
  /// @param password of the server's user
  public MailPost(MailServer server, Optional<Secret> password) {
    this(server, password, WHOLE, true, Optional.empty());
  }

  /// @param clearToHere whether this computer may be told in clear
  /// @param trust empty for what the system trusts
  MailPost(
      MailServer server,
      Optional<Secret> password,
      Duration whole,
      boolean clearToHere,
      Optional<WatchedTrust> trust) {
    this.server = server;
    this.password = password;
    this.whole = whole;
    this.clearToHere = clearToHere;
    this.trust = trust;
  }

  /// Hands it in. Blocks for 30 s at most.
  public Delivery send(Letter letter) {
    CompletableFuture<Delivery> done = new CompletableFuture<>();
    // An interrupt closes the connection of a virtual thread, whatever it waits for.
    Thread worker =
        Thread.ofVirtual()
            .name("mail")
            .start(() -> {
              try {
                done.complete(hand(letter));
              } catch (Throwable fault) {
                done.completeExceptionally(fault);
              }
            });
    try {
      return done.get(whole.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return new Delivery.NotDelivered(server.host() + " did not take it in time");
    } catch (ExecutionException e) {
      // Not its message: what nobody foresaw may quote anything.
      LOG.warn("E-mail failed: {}.", String.valueOf(e.getCause()).replaceFirst(":.*", ""));
      return new Delivery.NotDelivered("of a fault in Upkeep");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Delivery.NotDelivered("Upkeep was stopping");
    } finally {
      worker.interrupt();
    }
  }

  private Delivery hand(Letter letter) {
    if (server.user().isPresent() && password.isEmpty()) {
      return new Delivery.NotDelivered("the password for " + server.host() + " is not known");
    }
    try {
      Session session = Session.getInstance(properties(letter));
      MimeMessage message = message(session, letter);
      Transport transport = session.getTransport("smtp");
      try {
        transport.connect(
            server.host(),
            server.port(),
            server.user().orElse(null),
            password.map(Secret::reveal).orElse(null));
        transport.sendMessage(message, message.getAllRecipients());
      } finally {
        hangUp(transport);
      }
      return new Delivery.Delivered(TAKEN);
    } catch (SendFailedException partly) {
      return taken(partly, letter)
          ? new Delivery.Delivered(TAKEN)
          : new Delivery.NotDelivered(MailTrouble.of(partly, server, password));
    } catch (MessagingException | UnsupportedEncodingException | GeneralSecurityException e) {
      return new Delivery.NotDelivered(MailTrouble.of(e, server, password));
    }
  }

  /// What was taken is taken, however the farewell goes.
  private static void hangUp(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException gone) {
      LOG.debug("A mail server was gone before it was bidden farewell.");
    }
  }

  /// A letter that some have is not sent again: they would have it twice.
  private boolean taken(SendFailedException partly, Letter letter) {
    Address[] sent = partly.getValidSentAddresses();
    if (sent == null || sent.length == 0) {
      return false;
    }
    LOG.warn(
        "{} took e-mail for {} of {} recipients, and refused the others.",
        server.host(),
        sent.length,
        letter.to().size());
    return true;
  }

  private Properties properties(Letter letter) throws GeneralSecurityException {
    boolean clear = clearToHere && server.isHere() && !server.implicitTls();
    NamedSockets tls = new NamedSockets(trust.isPresent() ? trust.get() : WatchedTrust.inSystem());
    Properties properties = new Properties();
    String step = Long.toString(STEP.toMillis());
    properties.put("mail.smtp.connectiontimeout", step);
    properties.put("mail.smtp.timeout", step);
    properties.put("mail.smtp.auth", Boolean.toString(server.user().isPresent()));
    properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
    properties.put("mail.smtp.starttls.enable", Boolean.toString(!server.implicitTls()));
    properties.put(
        "mail.smtp.starttls.required", Boolean.toString(!server.implicitTls() && !clear));
    properties.put(
        "mail.smtp.socketFactory",
        new MailSockets(() ->
            server.implicitTls()
                ? new SealedSocket(tls, server.host(), server.port())
                : new MailSocket(clear)));
    properties.put("mail.smtp.socketFactory.fallback", "false");
    properties.put("mail.smtp.ssl.socketFactory", tls);
    properties.put("mail.smtp.ssl.socketFactory.fallback", "false");
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
    properties.put("mail.smtp.from", letter.from().text());
    properties.put("mail.smtp.sendpartial", "true");
    properties.put("mail.smtp.quitwait", "false");
    // Its own way asks a resolver, and tells everybody what this computer is called.
    properties.put("mail.smtp.localhost", "[127.0.0.1]");
    return properties;
  }

  private static MimeMessage message(Session session, Letter letter)
      throws MessagingException, UnsupportedEncodingException {
    String id = "<" + letter.id() + "@" + letter.from().domain() + ">";
    MimeMessage message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
          }
        };
    String utf8 = StandardCharsets.UTF_8.name();
    message.setFrom(new InternetAddress(letter.from().text(), "Upkeep", utf8));
    for (var to : letter.to()) {
      message.addRecipient(MimeMessage.RecipientType.TO, new InternetAddress(to.text(), true));
    }
    message.setSubject(letter.subject(), utf8);
    message.setSentDate(Date.from(letter.at()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setText(letter.text(), utf8);
    message.saveChanges();
    return message;
  }
}
