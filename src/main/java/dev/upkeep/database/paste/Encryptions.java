package dev.upkeep.database.paste;

import dev.upkeep.database.paste.Address.Encryption;
import dev.upkeep.database.token.Role;
import dev.upkeep.database.token.VariableName;
import dev.upkeep.database.token.Word;
import dev.upkeep.database.token.Word.Style;
import java.util.Locale;
import java.util.Set;

/// Weighs everything that a text says about the encryption of one connection.
final class Encryptions {
  private static final Set<String> YES =
      Set.of(
          "true",
          "1",
          "yes",
          "y",
          "t",
          "on",
          "enabled",
          "enable",
          "require",
          "required",
          "tls",
          "ssl",
          "rediss",
          "starttls",
          "verify-ca",
          "verify-full",
          "verify_ca",
          "verify_full",
          "insecure",
          "skip-verify",
          "always",
          "peer",
          "tls12",
          "tls13",
          "tlsv1.2",
          "tlsv1.3",
          "tls1.2",
          "tls1.3",
          "verify_peer",
          "self-signed",
          "secure",
          "encrypted");
  private static final Set<String> NO =
      Set.of(
          "false",
          "0",
          "no",
          "n",
          "f",
          "off",
          "disabled",
          "disable",
          "none",
          "never",
          "plain",
          "tcp",
          "notls",
          "nossl");

  /// Words after `TLS` that only switch it; what others say is how, not whether.
  private static final Set<String> SWITCHES =
      Set.of(
          "",
          "ENABLED",
          "ENABLE",
          "USE",
          "MODE",
          "REQUIRED",
          "REQUIRE",
          "ACTIVE",
          "ON",
          "VALUE",
          "FLAG",
          "CONFIG",
          "OPTIONS",
          "OPTION",
          "CONTEXT",
          "SETTINGS",
          "PARAMS",
          "OPTS");

  private boolean on;
  private boolean off;
  private boolean plainUrl;
  private boolean group;
  private boolean details;
  private boolean verification;
  private boolean open;
  private boolean certificate;

  void url(Encryption encryption) {
    on |= encryption == Encryption.ON;
    plainUrl |= encryption == Encryption.OFF;
  }

  /// Somewhere TLS is spoken of, and nobody can say what for.
  void mentioned() {
    open |= !(on || off || group || details || verification);
  }

  void add(Word word) {
    String value = word.text().strip().toLowerCase(Locale.ROOT);
    if (word.name().text().equals("tLSMode") && value.equals("0")) {
      return; // TablePlus' default, which leaves it to the address
    }
    if (word.style() == Style.GROUP) {
      group = true;
    } else if (word.style() == Style.NULL
        && word.name().text().toLowerCase(Locale.ROOT).contains("reqs")) {
      verification = true; // ssl_cert_reqs=None: that nothing is checked
    } else if (word.style() == Style.NULL || (value.isEmpty() && word.isValue())) {
      return;
    } else if (word.style() == Style.UNCLEAR) {
      open = true;
    } else if (word.role() == Role.SCHEME) {
      scheme(word, value);
    } else if (word.role() == Role.CERTIFICATE || isDetail(word.name())) {
      detail(word, value);
    } else {
      flag(word, value);
    }
  }

  private void scheme(Word word, String value) {
    if (word.style() == Style.REFERENCE) {
      open = true;
    } else if (Set.of("tls", "ssl", "rediss", "valkeys", "redis+tls", "redis+ssl")
        .contains(value)) {
      on = true;
    } else if (Set.of("tcp", "redis", "valkey", "plain", "tcp4", "tcp6").contains(value)) {
      off = true;
    } else if (!value.matches("(resp)?[0-9]|https?|unix")) {
      open |= word.telling();
    }
  }

  private static boolean isDetail(VariableName name) {
    for (String word : name.detail().split("_", -1)) {
      if (!SWITCHES.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private void detail(Word word, String value) {
    boolean verifies =
        YES.contains(value)
            || NO.contains(value)
            || value.equals("optional")
            || value.startsWith("cert_")
            || value.contains("ssl.cert_");
    if (verifies) {
      verification = true;
    } else {
      details = true;
      certificate |= word.role() == Role.CERTIFICATE && word.isValue() && !isServerName(word);
    }
  }

  private static boolean isServerName(Word word) {
    String name = word.name().text().toUpperCase(Locale.ROOT);
    return name.endsWith("NAME") || name.endsWith("SNI") || name.endsWith("HOST");
  }

  private void flag(Word word, String value) {
    if (value.equals("$true") || value.equals("$false")) {
      on |= value.equals("$true"); // PowerShell's own words are no variables
      off |= value.equals("$false");
    } else if (word.style() == Style.REFERENCE) {
      String name = word.name().text().toUpperCase(Locale.ROOT);
      boolean object =
          name.contains("CONFIG")
              || name.contains("OPTIONS")
              || name.contains("CONTEXT")
              || VariableName.mentionsTls(word.text());
      boolean choice = value.indexOf('?') >= 0 || value.contains("env");
      on |= object && !choice;
      open |= !object || choice;
    } else if (word.name().negates()) {
      off |= YES.contains(value);
      open |= !YES.contains(value); // not to do without may mean either
    } else if (YES.contains(value)) {
      on = true;
    } else if (NO.contains(value)) {
      off = true;
    } else if (value.startsWith("{")) {
      details = true;
    } else {
      open = true;
    }
  }

  boolean namesCertificate() {
    return certificate;
  }

  boolean isEmpty() {
    return !(on || off || plainUrl || group || details || verification || open);
  }

  Encryption result() {
    if ((on && off) || (open && !on) || (details && off && !on)) {
      return Encryption.OPEN;
    }
    if (on || details) {
      return Encryption.ON;
    }
    if (off) {
      return Encryption.OFF;
    }
    if (group || verification) {
      return Encryption.ON;
    }
    return plainUrl ? Encryption.OFF : Encryption.UNSAID;
  }
}
