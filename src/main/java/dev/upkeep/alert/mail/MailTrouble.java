package dev.upkeep.alert.mail;

import dev.upkeep.alert.service.MailServer;
import dev.upkeep.database.Secret;
import dev.upkeep.touch.foreign.ForeignText;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.SendFailedException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLException;

/// Why a letter was not taken, as a clause. What the server said is foreign text.
final class MailTrouble {
  private static final int DEEPEST = 10;

  private MailTrouble() {}

  static String of(Exception trouble, MailServer server, Optional<Secret> password) {
    String host = server.host();
    if (caused(trouble, MailSocket.NotHereException.class)) {
      return host + " is another computer, and nothing is sent there without encryption";
    }
    if (caused(trouble, SSLException.class)) {
      return "no trusted encrypted connection to " + host;
    }
    if (caused(trouble, UnknownHostException.class)) {
      return "the name " + host + " does not resolve";
    }
    if (caused(trouble, ConnectException.class)) {
      return host + " refused the connection";
    }
    if (caused(trouble, SocketTimeoutException.class)) {
      return host + " did not answer in time";
    }
    String said = said(trouble, password);
    if (said.contains("STARTTLS")) {
      return host + " offers no encryption (STARTTLS), and nothing is sent without it";
    }
    if (trouble instanceof AuthenticationFailedException) {
      return host + " does not accept the user or the password" + behind(said);
    }
    if (trouble instanceof SendFailedException) {
      return host + " refused the letter" + behind(said);
    }
    return host + " ended the conversation" + behind(said);
  }

  private static String behind(String said) {
    return said.isEmpty() ? "" : ": " + said.replaceFirst("\\.$", "");
  }

  private static String said(Exception trouble, Optional<Secret> password) {
    return ForeignText.without(password)
        .clean(Objects.requireNonNullElse(trouble.getMessage(), ""));
  }

  private static boolean caused(Throwable trouble, Class<? extends Throwable> kind) {
    Throwable one = trouble;
    for (int depth = 0; one != null && depth < DEEPEST; depth++) {
      if (kind.isInstance(one)) {
        return true;
      }
      one = one.getCause();
    }
    return false;
  }
}
