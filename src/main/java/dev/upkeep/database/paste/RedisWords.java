package dev.upkeep.database.paste;

import dev.upkeep.database.paste.ConnectionText.Problem;
import dev.upkeep.database.token.Hosting;
import dev.upkeep.database.token.Role;
import dev.upkeep.database.token.VariableName;
import dev.upkeep.database.token.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Finds Redis URLs, and hosts, ports and passwords given one by one.
final class RedisWords {
  private final Findings findings;
  private final Map<String, List<RedisFields>> groups = new LinkedHashMap<>();

  private RedisWords(Findings findings) {
    this.findings = findings;
  }

  static void read(List<Word> words, Findings findings) {
    RedisWords reader = new RedisWords(findings);
    words.forEach(reader::add);
    for (List<RedisFields> group : reader.groups.values()) {
      group.forEach(fields -> fields.report(findings));
    }
  }

  private void add(Word word) {
    Optional<Address> options = OptionList.read(word.text());
    if (options.isPresent()) {
      fieldsFor(word, Role.HOST).putUrl(word, options.get());
      return;
    }
    List<String> urls = RedisUrl.in(word.text());
    for (String url : urls) {
      addUrl(word, url);
    }
    if (!urls.isEmpty() || word.text().isEmpty() || word.name().foreign()) {
      return;
    }
    switch (word.role()) {
      case PORT, USER, PASSWORD, TLS, INDEX -> fieldsFor(word, word.role()).put(word.role(), word);
      case HOST -> addHost(word);
      case NONE, URL -> {
        if (isHostedName(word)) {
          addHost(word);
        }
      }
      case TOKEN, READ_ONLY_TOKEN -> {}
    }
  }

  private void addUrl(Word word, String url) {
    boolean socket = url.toLowerCase(Locale.ROOT).startsWith("unix:");
    if (socket && !word.telling() && !VariableName.tells(url.replace('/', '_'))) {
      return; // somebody else's, such as Docker's
    }
    Word own = word.withText(url);
    Parsed<Address> parsed = RedisUrl.parse(url);
    if (parsed instanceof Parsed.Good<Address>(Address address)) {
      fieldsFor(own, Role.HOST).putUrl(own, address);
    } else if (parsed instanceof Parsed.Bad<Address>(Problem problem)) {
      findings.problem(problem);
    }
  }

  private void addHost(Word word) {
    if (!RestUrl.is(word.text())) {
      fieldsFor(word, Role.HOST).put(Role.HOST, word);
    }
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

  /// The database that the field belongs to: a field that comes again begins the next one.
  private RedisFields fieldsFor(Word word, Role role) {
    String key = word.name().key() + " " + word.scope().id();
    List<RedisFields> group = groups.computeIfAbsent(key, _ -> new ArrayList<>());
    if (group.isEmpty() || !group.getLast().hasRoomFor(role, word)) {
      group.add(new RedisFields());
    }
    return group.getLast();
  }
}
