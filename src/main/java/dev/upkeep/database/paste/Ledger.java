package dev.upkeep.database.paste;

import dev.upkeep.database.paste.ConnectionText.Problem;
import dev.upkeep.database.token.Disguise;
import dev.upkeep.database.token.Hosting;
import dev.upkeep.database.token.Role;
import dev.upkeep.database.token.Scope;
import dev.upkeep.database.token.VariableName;
import dev.upkeep.database.token.Word;
import dev.upkeep.database.token.Word.Style;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Keeps account of everything in a text that speaks of a Redis connection: each value with a role
/// becomes part of one server, or is known to be about something else, or the text is refused with
/// the part named.
final class Ledger {
  private static final int MAX_DEPTH = 20;

  private final String text;
  private final TlsWords tlsWords;
  private final Findings findings;
  private final Map<String, List<Claims>> groups = new LinkedHashMap<>();
  private final Set<Scope> told = new HashSet<>();
  private final Map<Scope, String> names = new HashMap<>();
  private final Set<String> variables = new HashSet<>();
  private boolean tlsMentioned;
  private boolean passwordMentioned;

  private Ledger(String text, String rest, Findings findings) {
    this.text = text;
    this.tlsWords = new TlsWords(text, rest);
    this.findings = findings;
  }

  /// @param text the text that the words' positions are in
  /// @param rest the same without what commands and lists of options were read from
  static void read(String text, String rest, List<Word> words, Findings findings) {
    Ledger ledger = new Ledger(text, rest, findings);
    words.forEach(ledger::note);
    words.forEach(ledger::add);
    ledger.tlsWords.read(words, ledger.variables);
    ledger.report();
  }

  /// What a value says about the place it stands in.
  private void note(Word word) {
    variables.add(word.name().text());
    String name = word.name().text().toLowerCase(Locale.ROOT);
    boolean called = name.equals("name") || name.equals("label") || name.equals("connectionname");
    if (called && word.isValue() && !word.scope().isRoot() && !word.text().isBlank()) {
      names.putIfAbsent(word.scope(), word.text().strip());
    }
    boolean other = word.role() == Role.NONE || word.role() == Role.URL;
    if (other && word.text().length() < 100) {
      if (VariableName.tells(word.text().replace('/', '.'))) {
        told.add(word.scope());
      }
    }
  }

  private void add(Word word) {
    Optional<Parsed<Address>> options = OptionList.read(word.text());
    if (options.isPresent() && word.isValue()) {
      options
          .get()
          .fold(
              problem -> {
                findings.problem(problem);
                return this;
              },
              address -> {
                Claims claims = claimsFor(word, Role.HOST);
                claims.putUrl(word, address);
                claims.tell();
                return this;
              });
      return;
    }
    List<String> urls = RedisUrl.in(word.text());
    for (String url : urls) {
      addUrl(word, url);
    }
    if (!urls.isEmpty() || word.name().foreign()) {
      return;
    }
    switch (word.role()) {
      case PORT, USER, PASSWORD, TLS, CERTIFICATE, SCHEME, INDEX, ELSEWHERE ->
          claimsFor(word, word.role()).put(word.role(), word);
      case HOST -> addHost(word);
      case NONE, URL -> addOther(word);
      case TOKEN, READ_ONLY_TOKEN -> {}
    }
  }

  private void addOther(Word word) {
    boolean code = word.style() == Style.REFERENCE || !word.named();
    String named = word.name().text();
    if ((named.equals("name") || named.equals("key")) && !variables.contains(word.text())) {
      // `- name: REDIS_TLS`, and no value for it.
      VariableName name = VariableName.of(word.text());
      tlsMentioned |= name.telling() && name.role() == Role.TLS;
      passwordMentioned |= name.telling() && name.role() == Role.PASSWORD;
    }
    if (code && VariableName.mentionsTls(word.text())) {
      if (word.named()) {
        VariableName switched = VariableName.of("tls_config");
        claimsFor(word, Role.TLS).put(Role.TLS, word.withName(switched, word.scope()));
      } else {
        tlsMentioned = true;
      }
    } else if (!word.named() && VariableName.of(word.text()).role() == Role.PASSWORD) {
      boolean said = word.text().toLowerCase(Locale.ROOT).startsWith("pass");
      passwordMentioned |= said || (VariableName.tells(word.text()) && word.isValue());
    } else if (isHostedName(word) && !RestPairs.isBareHost(word)) {
      addHost(word);
    }
  }

  private void addUrl(Word word, String url) {
    String scheme = RedisUrl.scheme(url);
    boolean socket = scheme.equals("unix");
    if (socket && !word.telling() && !VariableName.tells(url.replace('/', '_'))) {
      return; // somebody else's, such as Docker's
    }
    boolean transport = RedisUrl.isTransport(scheme);
    if (transport && word.foreign()) {
      return;
    }
    Word own = word.withText(url);
    Parsed<Address> parsed = RedisUrl.parse(url);
    boolean template = url.indexOf('<') >= 0 || url.indexOf('{') >= 0 || url.indexOf('$') >= 0;
    boolean cut = url.indexOf('@') < 0 && !template && goesOnAfterBlank(word, url);
    if (cut && !transport) {
      findings.problem(PasteProblems.SPACE_IN_URL);
    } else if (parsed instanceof Parsed.Good<Address>(Address address)) {
      claimsFor(own, Role.HOST).putUrl(own, address);
    } else if (parsed instanceof Parsed.Bad<Address>(Problem problem)
        && (!transport || word.telling())) {
      findings.problem(problem);
    }
  }

  /// Whether a blank cuts the URL off before its `@host`.
  private boolean goesOnAfterBlank(Word word, String url) {
    int start = text.indexOf(url, Math.min(text.length(), word.position()));
    int newline = text.indexOf('\n', Math.max(0, start));
    int end = newline < 0 ? text.length() : newline;
    if (start < 0 || start + url.length() >= end || text.charAt(start + url.length()) != ' ') {
      return false;
    }
    String rest = text.substring(start + url.length(), Math.min(end, start + url.length() + 300));
    int at = rest.indexOf('@');
    int other = rest.indexOf("://");
    boolean before = at >= 0 && (other < 0 || at < other);
    String next = before ? rest.substring(at + 1) : "";
    boolean mail = before && url.indexOf(':', url.indexOf("://") + 3) < 0;
    return before
        && !next.isEmpty()
        && (Character.isLetterOrDigit(next.charAt(0)) || next.charAt(0) == '[')
        && !mail;
  }

  private void addHost(Word word) {
    String value = word.text().strip();
    boolean place = word.name().text().toUpperCase(Locale.ROOT).endsWith("LOCATION");
    if (RestUrl.is(value) || word.style() == Style.NULL || value.isEmpty()) {
      return;
    }
    tlsMentioned |= word.style() == Style.REFERENCE && VariableName.mentionsTls(value);
    if (place && (value.indexOf(':') < 0 || word.style() == Style.REFERENCE)) {
      return;
    }
    if (word.isValue() && value.indexOf(':') != value.lastIndexOf(':') && ServerList.isIn(value)) {
      ServerList.read(word).forEach(this::add);
      return;
    }
    claimsFor(word, Role.HOST).put(Role.HOST, word);
  }

  /// `xyz.upstash.io:6379` without a name, or with one that promises a URL.
  private static boolean isHostedName(Word word) {
    String text = word.text();
    return text.indexOf('.') > 0
        && text.length() < 300
        && HostPort.parse(text) instanceof Parsed.Good<HostPort>(HostPort server)
        && Hosting.isRedis(server.host())
        && (server.rest().isEmpty() || server.rest().equals("."));
  }

  /// The server that the field belongs to: a field that comes again begins the next one.
  private Claims claimsFor(Word word, Role role) {
    boolean pair = VariableName.of(word.scope().element()).role() == Role.PASSWORD;
    Scope scope = pair ? word.scope().home() : word.scope();
    String key = word.name().key() + " " + scope.id();
    List<Claims> group = groups.computeIfAbsent(key, _ -> new ArrayList<>());
    if (group.isEmpty() || !group.getLast().hasRoomFor(role, word)) {
      if (role == Role.HOST && !group.isEmpty() && isSaidTwice(group.getLast(), word)) {
        findings.spoil(PasteProblems.twice(Role.HOST));
      }
      group.add(new Claims(scope));
    }
    return group.getLast();
  }

  /// `host` and `hostname` of one object are two names for one place; another of the same name
  /// begins the next server.
  private static boolean isSaidTwice(Claims claims, Word host) {
    Word before = claims.host();
    return before != null
        && host.isValue()
        && before.isValue()
        && before.named()
        && host.named()
        && before.scope().equals(host.scope())
        && !host.scope().equals(Scope.CALLS)
        && !before.name().text().equalsIgnoreCase(host.name().text());
  }

  private void report() {
    List<Claims> all = groups.values().stream().flatMap(List::stream).toList();
    List<Claims> servers = new ArrayList<>();
    List<Claims> rest = new ArrayList<>();
    for (Claims claims : all) {
      boolean toldRoot = claims.isTransport() && told.contains(Scope.ROOT);
      if (toldRoot || isTold(claims.scope())) {
        claims.tell();
      }
      (claims.hasHost() ? servers : rest).add(claims);
    }
    List<Claims> left = join(rest, servers);
    servers.forEach(server -> tlsWords.placed(server.words()));
    boolean mentioned = tlsMentioned || tlsWords.isOneLeft(false);
    boolean bare = tlsMentioned || tlsWords.isOneLeft(true);
    List<Claims> found = new ArrayList<>();
    for (Claims server : servers) {
      if (server.isPlainByUrl() ? bare : mentioned) {
        server.mentionTls();
      }
      if (server.report(findings, Optional.ofNullable(names.get(server.scope())))) {
        found.add(server);
      }
    }
    audit(left, servers, found);
  }

  private boolean isTold(Scope scope) {
    Scope at = scope;
    for (int depth = 0; at != null && !at.isRoot() && depth < MAX_DEPTH; depth++) {
      if (told.contains(at)) {
        return true;
      }
      at = at.outer();
    }
    return false;
  }

  /// Gives fields without a host to the one server that they can belong to; what is left has none.
  private static List<Claims> join(List<Claims> rest, List<Claims> servers) {
    if (servers.isEmpty() || rest.size() > 200 || servers.size() > 200) {
      return rest;
    }
    List<Claims> left = new ArrayList<>();
    for (Claims claims : rest) {
      List<Claims> candidates =
          servers.stream().filter(server -> Kinship.belongs(claims, server, servers)).toList();
      if (candidates.size() == 1 && candidates.getFirst().hasRoomFor(claims)) {
        candidates.getFirst().merge(claims);
      } else if (candidates.size() > 1
          && Kinship.onlyAboutTls(claims)
          && Kinship.areOnePlace(candidates)) {
        candidates.forEach(server -> server.merge(claims));
      } else {
        left.add(claims);
      }
    }
    return left;
  }

  /// Refuses the text where something that speaks of the connection was left over.
  private void audit(List<Claims> left, List<Claims> servers, List<Claims> found) {
    for (Claims claims : left) {
      boolean plain = found.stream().anyMatch(server -> !server.speaksOfTls());
      Word first = claims.words().getFirst();
      if (plain && claims.speaksOfTls() && (first.telling() || first.neutral())) {
        findings.spoil(PasteProblems.unplaced(Role.TLS, first.name().text()));
      }
      for (Word word : claims.words()) {
        if (word.style() == Style.NULL || word.foreign()) {
          continue;
        }
        if (word.telling() && !found.isEmpty() && matters(word)) {
          findings.spoil(PasteProblems.unplaced(word.role(), word.name().text()));
        } else if (word.neutral() && Kinship.isMissing(word, found)) {
          findings.spoil(PasteProblems.unplaced(word.role(), word.name().text()));
        } else if (word.role() == Role.PASSWORD && word.name().telling() && servers.isEmpty()) {
          withoutHost(word);
        }
      }
    }
    boolean open = found.stream().anyMatch(server -> !server.has(Role.PASSWORD));
    if (passwordMentioned && open && !found.isEmpty()) {
      findings.spoil(PasteProblems.unplaced(Role.PASSWORD, ""));
    }
  }

  private static boolean matters(Word word) {
    boolean usual = word.role() == Role.INDEX && word.text().strip().equals("0");
    return !usual && word.role() != Role.SCHEME && word.role() != Role.ELSEWHERE;
  }

  private void withoutHost(Word password) {
    findings.aside(
        Disguise.of(password.text(), true) == Disguise.MASK
            ? PasteProblems.MASKED
            : PasteProblems.HOST_MISSING);
  }
}
