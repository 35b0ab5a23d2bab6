package dev.upkeep.database.paste;

import dev.upkeep.database.paste.Address.Encryption;
import dev.upkeep.database.paste.ConnectionText.Problem;
import dev.upkeep.database.token.Disguise;
import dev.upkeep.database.token.Hosting;
import dev.upkeep.database.token.Role;
import dev.upkeep.database.token.Scope;
import dev.upkeep.database.token.VariableName;
import dev.upkeep.database.token.Word;
import dev.upkeep.database.token.Word.Style;
import dev.upkeep.language.Sentence;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything that a text says about one Redis server, in a URL, in separate fields, or in both.
/// Each part must be used, or the whole is refused.
final class Claims {
  /// Ports of mail and of other databases, where nothing else says that it is Redis.
  private static final Set<Integer> OTHER_SERVICES =
      Set.of(
          22, 25, 80, 443, 465, 587, 993, 1433, 1521, 3000, 3306, 5432, 5672, 8000, 8080, 9042,
          9200, 11211, 27017);

  /// Functions and classes that connect to a Redis, though their names do not say so.
  private static final Set<String> CLIENTS =
      Set.of(
          "createClient",
          "Queue",
          "Worker",
          "QueueEvents",
          "FlowProducer",
          "Bull",
          "createCluster",
          "ConfigurationOptions",
          "ConnectionInfo",
          "ConnectionMultiplexer",
          "Connect");

  private final Scope scope;
  private final Map<Role, Word> fields = new EnumMap<>(Role.class);
  private final List<Word> about = new ArrayList<>();
  private final Encryptions encryption = new Encryptions();
  private Optional<Address> url = Optional.empty();
  private Optional<Word> elsewhere = Optional.empty();
  private boolean told;

  Claims(Scope scope) {
    this.scope = scope;
  }

  Scope scope() {
    return scope;
  }

  boolean hasHost() {
    return fields.containsKey(Role.HOST);
  }

  @Nullable Word host() {
    return fields.get(Role.HOST);
  }

  /// The host as the text has it.
  String hostText() {
    Word host = fields.get(Role.HOST);
    return host == null ? "" : host.text();
  }

  boolean has(Role role) {
    return switch (role) {
      case TLS -> !encryption.isEmpty();
      case PORT ->
          fields.containsKey(role)
              || url.filter(a -> a.givenPort().isPresent()).isPresent()
              || hostHasPort();
      case PASSWORD -> fields.containsKey(role) || url.flatMap(Address::password).isPresent();
      case USER -> fields.containsKey(role) || url.flatMap(Address::user).isPresent();
      default -> fields.containsKey(role);
    };
  }

  private boolean hostHasPort() {
    Word host = fields.get(Role.HOST);
    return host != null
        && HostPort.parse(HostPort.bracketed(host.text()))
            instanceof Parsed.Good<HostPort>(var server)
        && server.port().isPresent();
  }

  /// The fields, for telling what is left over.
  List<Word> words() {
    return about;
  }

  /// Something near says that it is a Redis.
  void tell() {
    told = true;
  }

  boolean hasRoomFor(Role role, Word word) {
    Word present = fields.get(role);
    if (present == null || present.text().equals(word.text()) || word.style() == Style.NULL) {
      return true;
    }
    return switch (role) {
      case TLS, CERTIFICATE, SCHEME, ELSEWHERE -> true;
      case HOST ->
          !(RedisUrl.isIn(present.text()) && RedisUrl.isIn(word.text()))
              && hostOf(present.text()).equals(hostOf(word.text()));
      default -> false;
    };
  }

  boolean hasRoomFor(Claims other) {
    for (Map.Entry<Role, Word> field : other.fields.entrySet()) {
      if (!hasRoomFor(field.getKey(), field.getValue())) {
        return false;
      }
    }
    return true;
  }

  private static String hostOf(String text) {
    List<String> urls = RedisUrl.in(text);
    if (!urls.isEmpty()) {
      return RedisUrl.parse(urls.getFirst()).fold(_ -> "", Address::host).toLowerCase(Locale.ROOT);
    }
    return HostPort.parse(HostPort.bracketed(text))
        .fold(_ -> text, HostPort::host)
        .toLowerCase(Locale.ROOT);
  }

  void put(Role role, Word word) {
    about.add(word);
    if (role == Role.TLS || role == Role.CERTIFICATE || role == Role.SCHEME) {
      encryption.add(word);
      return;
    }
    if (word.style() == Style.NULL || (word.text().isEmpty() && word.style() == Style.QUOTED)) {
      return;
    }
    if (role == Role.ELSEWHERE) {
      elsewhere = Optional.of(word);
      return;
    }
    fields.putIfAbsent(role, word);
  }

  void putUrl(Word word, Address address) {
    about.add(word);
    fields.put(Role.HOST, word);
    encryption.url(address.encryption());
    if (url.isEmpty()) {
      url = Optional.of(address);
    }
    for (Address.Option option : address.options()) {
      VariableName name = VariableName.of(option.name());
      if (name.role() != Role.NONE && name.role() != Role.URL && name.role() != Role.TOKEN) {
        put(
            name.role(),
            new Word(
                option.value(),
                name,
                word.scope(),
                word.position(),
                option.value().isEmpty() && name.role() == Role.TLS
                    ? Style.UNCLEAR
                    : Style.QUOTED));
      }
    }
  }

  void merge(Claims other) {
    for (Word word : other.about) {
      put(word.role(), word);
    }
    told |= other.told;
  }

  /// Whether it asks for TLS, or speaks of it without saying clearly.
  boolean speaksOfTls() {
    Encryption said = encryption.result();
    return said == Encryption.ON || said == Encryption.OPEN;
  }

  /// Whether its URL chooses to do without, and nothing else says anything.
  boolean isPlainByUrl() {
    return encryption.result() == Encryption.OFF;
  }

  void mentionTls() {
    encryption.mentioned();
  }

  /// Reports the server, or what keeps it from being one.
  ///
  /// @param name what the text calls it
  /// @return whether it is about a Redis at all
  boolean report(Findings findings, Optional<String> name) {
    Word host = fields.get(Role.HOST);
    if (host == null) {
      return false;
    }
    Parsed<Address> parsed = address(host);
    if (parsed instanceof Parsed.Good<Address>(Address address)) {
      if (!isRedis(address)) {
        return false;
      }
      report(findings, host, address, name);
      return true;
    }
    if (parsed instanceof Parsed.Bad<Address>(Problem problem)
        && (isTelling() || url.isPresent())) {
      findings.problem(problem);
      return true;
    }
    return false;
  }

  private void report(Findings findings, Word host, Address address, Optional<String> name) {
    Optional<Problem> problem = unusable(address);
    if (problem.isPresent()) {
      findings.problem(problem.get(), address.host() + ":" + address.port());
      return;
    }
    if (PlaceFields.isSentinel(host)) {
      findings.problem(PasteProblems.SENTINEL, address.host() + ":" + address.port());
      return;
    }
    Optional<String> password = address.password().or(() -> text(Role.PASSWORD));
    if (password.isEmpty() && elsewhere.isPresent()) {
      findings.problem(PasteProblems.ELSEWHERE, address.host());
      return;
    }
    Encryption said = encryption.result();
    List<Sentence> remarks = new ArrayList<>();
    if (encryption.namesCertificate()) {
      remarks.add(Remarks.CERTIFICATE);
    }
    findings.redis(
        host.position(),
        new Findings.Server(
            address.host(),
            address.port(),
            address.user().or(() -> text(Role.USER)),
            password,
            said,
            remarks,
            name),
        host.name());
  }

  /// What is unclear, elsewhere, said twice, or not to be had.
  private Optional<Problem> unusable(Address address) {
    for (Role role : List.of(Role.PASSWORD, Role.USER, Role.PORT, Role.INDEX)) {
      Word word = fields.get(role);
      if (word == null) {
        continue;
      }
      if (word.style() == Style.REFERENCE) {
        return Optional.of(PasteProblems.PLACEHOLDER);
      }
      if (word.style() == Style.UNCLEAR || hasControl(word.text())) {
        boolean masked = Disguise.of(word.text(), true) == Disguise.MASK;
        return Optional.of(
            masked ? PasteProblems.MASKED : PasteProblems.unclear(role, word.name().text()));
      }
    }
    if (differs(address.password(), Role.PASSWORD)) {
      return Optional.of(PasteProblems.twice(Role.PASSWORD));
    }
    if (differs(address.user(), Role.USER)) {
      return Optional.of(PasteProblems.twice(Role.USER));
    }
    if (isWordForNothing(address.user()) || isWordForNothing(address.password())) {
      return Optional.of(PasteProblems.PLACEHOLDER);
    }
    String index = text(Role.INDEX).orElse("0").strip();
    if (PlaceFields.isNumber(index, 9)) {
      return Integer.parseInt(index) == 0
          ? Optional.empty()
          : Optional.of(PasteProblems.OTHER_INDEX);
    }
    return Optional.ofNullable(fields.get(Role.INDEX))
        .map(field -> PasteProblems.unreadable(Role.INDEX, field.name().text()));
  }

  private static boolean hasControl(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }

  /// A variable that was not set, as programs print it into a URL.
  private boolean isWordForNothing(Optional<String> text) {
    return url.isPresent()
        && text.filter(Set.of("undefined", "null", "None", "nil")::contains).isPresent();
  }

  private boolean differs(Optional<String> inUrl, Role role) {
    Optional<String> field = text(role);
    return inUrl.isPresent() && field.isPresent() && !inUrl.equals(field);
  }

  /// Whether anything says that this is Redis: names, the provider, the form, or only that nothing
  /// else does.
  private boolean isRedis(Address address) {
    if (url.isPresent() && !isTransport()) {
      return true;
    }
    boolean neutral = about.stream().allMatch(Word::neutral);
    boolean redisPort = address.port() >= 6379 && address.port() <= 6399 && has(Role.PORT);
    return isTelling()
        || Hosting.isRedis(address.host())
        || (neutral
            && !OTHER_SERVICES.contains(address.port())
            && (fields.containsKey(Role.PASSWORD) || redisPort || fields.containsKey(Role.INDEX)));
  }

  /// Whether its URL begins with `tls://` or `tcp://`, which may lead to anything.
  boolean isTransport() {
    Word host = fields.get(Role.HOST);
    return url.isPresent() && host != null && RedisUrl.isTransport(RedisUrl.scheme(host.text()));
  }

  boolean isTelling() {
    return told
        || about.stream()
            .anyMatch(word ->
                word.telling()
                    || (word.scope().call()
                        && CLIENTS.contains(Scope.lastSegment(word.scope().label()))));
  }

  private Parsed<Address> address(Word host) {
    Parsed<Address> place =
        url.<Parsed<Address>>map(Parsed.Good::new)
            .orElseGet(() -> PlaceFields.read(host, encryption));
    return place instanceof Parsed.Good<Address>(Address address)
        ? PlaceFields.withPort(address, fields.get(Role.PORT))
        : place;
  }

  private Optional<String> text(Role role) {
    return Optional.ofNullable(fields.get(role)).filter(Word::isValue).map(Word::text);
  }

  @Override
  public String toString() {
    return "claims " + about;
  }
}
