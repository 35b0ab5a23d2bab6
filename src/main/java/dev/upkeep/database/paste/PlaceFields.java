package dev.upkeep.database.paste;

import dev.upkeep.database.paste.Address.Encryption;
import dev.upkeep.database.paste.ConnectionText.Problem;
import dev.upkeep.database.token.Disguise;
import dev.upkeep.database.token.Role;
import dev.upkeep.database.token.Scope;
import dev.upkeep.database.token.VariableName;
import dev.upkeep.database.token.Word;
import dev.upkeep.database.token.Word.Style;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the fields that say where a server is: its host, which may have a scheme and a port, and
/// its port.
final class PlaceFields {
  private static final int MAX_DEPTH = 20;

  private PlaceFields() {}

  static Parsed<Address> read(Word host, Encryptions encryption) {
    if (host.style() == Style.REFERENCE) {
      return bad(PasteProblems.PLACEHOLDER);
    }
    if (host.style() == Style.UNCLEAR) {
      return bad(PasteProblems.unclear(Role.HOST, host.name().text()));
    }
    String text = host.text().strip();
    if (text.matches("(?i)(rediss|valkeys):?/?")) {
      return bad(PasteProblems.BAD_HOST); // a URL that was cut
    }
    int scheme = text.indexOf("://");
    String name = scheme < 0 ? "" : text.substring(0, scheme).toLowerCase(Locale.ROOT);
    boolean tls = Set.of("tls", "ssl").contains(name);
    if (scheme > 0 && !tls && !name.equals("tcp")) {
      return bad(PasteProblems.unknownScheme(name));
    }
    if (tls) {
      encryption.url(Encryption.ON);
    }
    if (text.startsWith("/")) {
      return bad(PasteProblems.UNIX_SOCKET);
    }
    return HostPort.parse(HostPort.bracketed(scheme < 0 ? text : text.substring(scheme + 3)))
        .fold(
            PlaceFields::bad,
            server -> {
              Optional<Problem> rest = after(server.rest(), host);
              return rest.isPresent()
                  ? bad(rest.get())
                  : new Parsed.Good<>(
                      new Address(
                          server.host(), server.port(), tls ? Encryption.ON : Encryption.UNSAID));
            });
  }

  /// What follows a host and its port in a field.
  private static Optional<Problem> after(String rest, Word host) {
    if (rest.isEmpty() || rest.equals(".") || rest.equals("/") || rest.equals("/0")) {
      return Optional.empty();
    }
    if (rest.startsWith(",")) {
      return Optional.of(PasteProblems.CLUSTER);
    }
    return Optional.of(
        rest.matches("/[0-9]+.*")
            ? PasteProblems.OTHER_INDEX
            : PasteProblems.unreadable(Role.HOST, host.name().text()));
  }

  /// The address with the port of a field.
  static Parsed<Address> withPort(Address address, @Nullable Word field) {
    if (field == null || !field.isValue()) {
      return new Parsed.Good<>(address);
    }
    String text = field.text().strip();
    if (Disguise.of(text, true) != Disguise.NONE) {
      return bad(PasteProblems.PLACEHOLDER);
    }
    if (!isNumber(text, 5) || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65_535) {
      return bad(PasteProblems.BAD_PORT);
    }
    int port = Integer.parseInt(text);
    OptionalInt given = address.givenPort();
    if (given.isPresent() && given.getAsInt() != port) {
      return bad(PasteProblems.twice(Role.PORT));
    }
    return new Parsed.Good<>(
        new Address(
            address.host(),
            OptionalInt.of(port),
            address.user(),
            address.password(),
            address.encryption(),
            address.options()));
  }

  /// Whether the host is one that is asked for the server's.
  static boolean isSentinel(Word host) {
    boolean sentinel = VariableName.namesSentinel(host.name().text());
    Scope at = host.scope();
    for (int depth = 0; at != null && depth < MAX_DEPTH; depth++) {
      sentinel |= VariableName.namesSentinel(at.label());
      at = at.outer();
    }
    return sentinel;
  }

  static boolean isNumber(String text, int longest) {
    return !text.isEmpty()
        && text.length() <= longest
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Parsed<Address> bad(Problem problem) {
    return new Parsed.Bad<>(problem);
  }
}
