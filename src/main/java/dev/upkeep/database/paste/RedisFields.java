package dev.upkeep.database.paste;

import dev.upkeep.database.paste.Address.Encryption;
import dev.upkeep.database.paste.ConnectionText.Problem;
import dev.upkeep.database.token.Disguise;
import dev.upkeep.database.token.Hosting;
import dev.upkeep.database.token.Role;
import dev.upkeep.database.token.Word;
import dev.upkeep.database.token.Word.Style;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a text says about one Redis server in separate fields, or in a URL and fields around it.
final class RedisFields {
  /// Ports of mail and of other databases, where nothing else says that it is Redis.
  private static final Set<Integer> OTHER_SERVICES =
      Set.of(22, 25, 465, 587, 993, 1433, 1521, 3306, 5432, 5672, 9042, 9200, 11211, 27017);

  private static final Set<String> YES =
      Set.of("true", "1", "yes", "on", "enabled", "enable", "require", "required");
  private static final Set<String> NO = Set.of("false", "0", "no", "off", "disabled", "disable");

  private final Map<Role, Word> fields = new EnumMap<>(Role.class);
  private Optional<Address> url = Optional.empty();
  private Encryption encryption = Encryption.UNSAID;

  boolean hasRoomFor(Role role, Word word) {
    Word present = fields.get(role);
    return role == Role.TLS || present == null || present.text().equals(word.text());
  }

  void put(Role role, Word word) {
    if (role == Role.TLS) {
      Encryption said = encryption(word);
      encryption = encryption == Encryption.ON || said == Encryption.UNSAID ? encryption : said;
    }
    fields.put(role, fields.getOrDefault(role, word));
  }

  void putUrl(Word word, Address address) {
    put(Role.HOST, word);
    url = Optional.of(address);
  }

  private static Encryption encryption(Word word) {
    String value = word.text().toLowerCase(Locale.ROOT);
    if (YES.contains(value) || word.style() == Style.REFERENCE) {
      return Encryption.ON;
    }
    return NO.contains(value) ? Encryption.OFF : Encryption.UNSAID;
  }

  void report(Findings findings) {
    Word host = fields.get(Role.HOST);
    if (host == null) {
      reportWithoutHost(findings);
      return;
    }
    Parsed<Address> parsed = address(host);
    if (parsed instanceof Parsed.Good<Address>(Address address)) {
      if (url.isPresent() || isRedis(address)) {
        report(findings, host, address);
      }
    } else if (parsed instanceof Parsed.Bad<Address>(Problem problem) && isTelling()) {
      findings.problem(problem);
    }
  }

  private void reportWithoutHost(Findings findings) {
    Word password = fields.get(Role.PASSWORD);
    if (password != null && password.name().telling()) {
      findings.aside(
          Disguise.of(password.text(), true) == Disguise.MASK
              ? PasteProblems.MASKED
              : PasteProblems.HOST_MISSING);
    }
  }

  private void report(Findings findings, Word host, Address address) {
    if (address.password().isPresent()) {
      findings.redis(host.position(), address, host.name());
      return;
    }
    Word password = fields.get(Role.PASSWORD);
    if (password != null && password.style() == Style.REFERENCE) {
      findings.problem(PasteProblems.PLACEHOLDER, address.host());
      return;
    }
    Optional<String> user =
        address.user().or(() -> text(Role.USER)).filter(name -> !isReference(Role.USER));
    Address complete = address.withUser(user).withPassword(text(Role.PASSWORD));
    findings.redis(host.position(), complete, host.name());
  }

  private Parsed<Address> address(Word host) {
    if (url.isPresent()) {
      Address address = url.get();
      return new Parsed.Good<>(
          encryption == Encryption.ON ? address.withEncryption(Encryption.ON) : address);
    }
    if (host.style() == Style.REFERENCE) {
      return bad(PasteProblems.PLACEHOLDER);
    }
    int scheme = host.text().indexOf("://");
    String text = scheme < 0 ? host.text() : host.text().substring(scheme + 3);
    boolean tlsScheme =
        scheme > 0 && Set.of("tls", "ssl").contains(host.text().substring(0, scheme));
    return HostPort.parse(withPort(text.strip()))
        .fold(
            RedisFields::bad,
            server ->
                hasOtherIndex()
                    ? bad(PasteProblems.OTHER_INDEX)
                    : new Parsed.Good<>(
                        new Address(
                            server.host(),
                            server.port().orElse(Address.DEFAULT_PORT),
                            Optional.empty(),
                            Optional.empty(),
                            tlsScheme ? Encryption.ON : encryption)));
  }

  private String withPort(String host) {
    long colons = host.chars().filter(c -> c == ':').count();
    String bracketed = colons > 1 && !host.startsWith("[") ? "[" + host + "]" : host;
    boolean hasPort = bracketed.lastIndexOf(':') > bracketed.lastIndexOf(']');
    Optional<String> port = text(Role.PORT).filter(_ -> !isReference(Role.PORT));
    return hasPort || port.isEmpty() ? bracketed : bracketed + ":" + port.get();
  }

  private boolean hasOtherIndex() {
    String index = text(Role.INDEX).orElse("0");
    return index.chars().allMatch(c -> c >= '0' && c <= '9') && !index.matches("0+");
  }

  /// Whether anything says that this is Redis: names, the provider, or only that nothing else does.
  private boolean isRedis(Address address) {
    boolean neutral = fields.values().stream().allMatch(Word::neutral);
    return isTelling()
        || Hosting.isRedis(address.host())
        || (neutral
            && fields.containsKey(Role.PASSWORD)
            && !OTHER_SERVICES.contains(address.port()));
  }

  private boolean isTelling() {
    return fields.values().stream()
        .anyMatch(word -> word.telling() || word.scope().label().equals("createClient"));
  }

  private Optional<String> text(Role role) {
    return Optional.ofNullable(fields.get(role)).map(Word::text);
  }

  private boolean isReference(Role role) {
    Word word = fields.get(role);
    return word != null && word.style() == Style.REFERENCE;
  }

  private static Parsed<Address> bad(Problem problem) {
    return new Parsed.Bad<>(problem);
  }
}
