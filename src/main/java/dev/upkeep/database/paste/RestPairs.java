package dev.upkeep.database.paste;

import dev.upkeep.database.Endpoint;
import dev.upkeep.database.paste.ConnectionText.Problem;
import dev.upkeep.database.token.Disguise;
import dev.upkeep.database.token.Role;
import dev.upkeep.database.token.Scope;
import dev.upkeep.database.token.VariableName;
import dev.upkeep.database.token.Word;
import dev.upkeep.database.token.Word.Style;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Joins REST URLs to their tokens: by name, then by the call or object they stand in, then where
/// there is only one of each.
final class RestPairs {
  private final Findings findings;
  private final Set<Word> urls = new LinkedHashSet<>();
  private final Set<Word> tokens = new LinkedHashSet<>();
  private final Set<String> usedTokens = new HashSet<>();
  private final Set<String> usedKeys = new HashSet<>();

  private RestPairs(Findings findings) {
    this.findings = findings;
  }

  static void read(List<Word> words, Findings findings) {
    RestPairs pairs = new RestPairs(findings);
    words.forEach(pairs::add);
    pairs.pairBy(word -> word.name().key() + " " + word.scope().id(), _ -> true);
    pairs.pairBy(word -> word.name().key(), word -> !word.name().key().isEmpty());
    pairs.pairBy(word -> "" + word.scope().id(), word -> !word.scope().equals(Scope.ROOT));
    if (pairs.urls.size() == 1) {
      pairs.pairBy(_ -> "", _ -> true);
    }
    pairs.reportUnpaired();
  }

  private void add(Word word) {
    if (word.name().foreign() || word.text().isEmpty() || word.style() == Style.NULL) {
      return;
    }
    if (isBareHost(word)) {
      urls.add(word.withText("https://" + word.text().strip()));
    } else if (RestUrl.is(word.text()) && word.style() != Style.REFERENCE) {
      if (RestUrl.isHosted(word.text()) || word.telling() || word.neutral()) {
        urls.add(word);
      }
    } else if (word.role() == Role.TOKEN || word.role() == Role.READ_ONLY_TOKEN) {
      Word token = word.withText(bearer(word.text()));
      if (!token.text().isEmpty()) {
        tokens.add(token);
      }
    }
  }

  /// `UPSTASH_REDIS_REST_URL=xyz.upstash.io`
  static boolean isBareHost(Word word) {
    return word.role() == Role.URL
        && word.isValue()
        && word.name().text().toUpperCase(Locale.ROOT).contains("REST")
        && word.text().indexOf('/') < 0
        && word.text().indexOf(':') < 0
        && RestUrl.isHosted("https://" + word.text().strip());
  }

  private void pairBy(Function<Word, String> place, Predicate<Word> included) {
    Map<String, List<Word>> urlsByPlace = byPlace(urls, place, included);
    Map<String, List<Word>> tokensByPlace = byPlace(tokens, place, included);
    urlsByPlace.forEach((at, group) -> {
      List<Word> candidates = tokensByPlace.getOrDefault(at, List.of());
      pair(group, ofRole(candidates, Role.TOKEN));
      pair(
          group.stream().filter(urls::contains).toList(), ofRole(candidates, Role.READ_ONLY_TOKEN));
    });
  }

  private static Map<String, List<Word>> byPlace(
      Set<Word> words, Function<Word, String> place, Predicate<Word> included) {
    return words.stream()
        .filter(included)
        .collect(Collectors.groupingBy(place, LinkedHashMap::new, Collectors.toList()));
  }

  private static List<Word> ofRole(List<Word> words, Role role) {
    return words.stream().filter(word -> word.role() == role).toList();
  }

  private void pair(List<Word> urlGroup, List<Word> tokenGroup) {
    List<Word> first = distinct(urlGroup);
    List<Word> second = distinct(tokenGroup);
    if (first.size() != second.size() || !areInOrder(first, second)) {
      return;
    }
    for (int i = 0; i < first.size(); i++) {
      if (belongTogether(first.get(i), second.get(i))) {
        report(first.get(i), second.get(i));
      }
    }
  }

  /// The same value twice is one; masks look all the same and are not.
  private static List<Word> distinct(List<Word> words) {
    Set<String> seen = new HashSet<>();
    return words.stream()
        .filter(w -> seen.add(w.text()) || Disguise.of(w.text(), true) != Disguise.NONE)
        .toList();
  }

  /// Whether pairing the first with the first, and so on, is what the order says: one after the
  /// other, or all of one kind before all of the other.
  private static boolean areInOrder(List<Word> first, List<Word> second) {
    if (first.isEmpty()) {
      return false;
    }
    boolean apart =
        first.getLast().position() < second.getFirst().position()
            || second.getLast().position() < first.getFirst().position();
    boolean alternating = true;
    for (int i = 0; i + 1 < first.size(); i++) {
      int end = Math.max(first.get(i).position(), second.get(i).position());
      int next = Math.min(first.get(i + 1).position(), second.get(i + 1).position());
      alternating &= end < next;
    }
    return apart || alternating;
  }

  private static boolean belongTogether(Word url, Word token) {
    if (url.name().key().equals(token.name().key())) {
      return true;
    }
    String first = url.name().prefix();
    String second = token.name().prefix();
    boolean samePlace = first.equals(second) || first.isEmpty() || second.isEmpty();
    boolean sameSubject = token.telling() || (token.neutral() && !url.name().telling());
    return samePlace && sameSubject;
  }

  private void report(Word url, Word token) {
    urls.remove(url);
    tokens.remove(token);
    usedTokens.add(token.text());
    usedKeys.add(token.name().key());
    if (token.style() == Style.UNCLEAR && Disguise.of(token.text(), true) == Disguise.NONE) {
      findings.problem(PasteProblems.unclear(Role.TOKEN, token.name().text()));
      return;
    }
    switch (RestUrl.parse(firstWord(url.text()))) {
      case Parsed.Bad<URI>(Problem problem) -> findings.problem(problem);
      case Parsed.Good<URI>(URI base) -> {
        boolean readOnly = token.role() == Role.READ_ONLY_TOKEN;
        String text = token.style() == Style.REFERENCE ? "${}" : token.text();
        findings.rest(Math.min(url.position(), token.position()), base, text, readOnly, url.name());
      }
    }
  }

  private static String firstWord(String text) {
    int space = text.indexOf(' ');
    return space < 0 ? text : text.substring(0, space);
  }

  /// The token of `Authorization: Bearer …`; empty if there is none.
  private static String bearer(String text) {
    String header = "Authorization:";
    String token = text.strip();
    if (token.regionMatches(true, 0, header, 0, header.length())) {
      token = token.substring(header.length()).strip();
    }
    if (token.equalsIgnoreCase("Bearer")) {
      return "";
    }
    boolean scheme = token.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length());
    return scheme ? token.substring("Bearer ".length()).strip() : token;
  }

  private void reportUnpaired() {
    Set<String> choices = unusedNames();
    boolean ambiguous = false;
    for (Word url : List.copyOf(urls)) {
      Optional<String> token = RestUrl.tokenInQuery(url.text());
      if (token.isPresent()) {
        VariableName name = VariableName.of("token");
        report(url, new Word(token.get(), name, url.scope(), url.position(), Style.QUOTED));
      } else if (RestUrl.isHosted(url.text()) || url.name().telling()) {
        boolean choice = choices.contains(url.name().prefix());
        ambiguous |= choice;
        reportUnpaired(url, choice);
      }
    }
    for (Word token : tokens) {
      boolean known = usedTokens.contains(token.text()) || usedKeys.contains(token.name().key());
      if (token.name().telling() && !known && !ambiguous) {
        reportUnpairedToken(token);
      }
    }
  }

  private Set<String> unusedNames() {
    return tokens.stream()
        .filter(token -> token.telling() && !usedTokens.contains(token.text()))
        .map(token -> token.name().prefix())
        .collect(Collectors.toSet());
  }

  private void reportUnpaired(Word url, boolean choice) {
    switch (RestUrl.parse(firstWord(url.text()))) {
      case Parsed.Bad<URI>(Problem problem) -> findings.problem(problem);
      case Parsed.Good<URI>(URI base) ->
          findings.problem(
              choice ? PasteProblems.AMBIGUOUS : PasteProblems.URL_WITHOUT_TOKEN,
              new Endpoint.Rest(base).host());
    }
  }

  private void reportUnpairedToken(Word token) {
    boolean reference = token.style() == Style.REFERENCE;
    switch (reference ? Disguise.PLACEHOLDER : Disguise.of(token.text(), true)) {
      case NONE -> {
        if (findings.hasRedisWithoutSecret()) {
          findings.spoil(PasteProblems.unplaced(Role.TOKEN, token.name().text()));
        } else {
          findings.problem(PasteProblems.TOKEN_WITHOUT_URL);
        }
      }
      case MASK -> findings.problem(PasteProblems.MASKED);
      case PLACEHOLDER -> findings.aside(PasteProblems.PLACEHOLDER);
    }
  }
}
