package dev.upkeep.database.paste;

import dev.upkeep.database.token.Role;
import dev.upkeep.database.token.Scope;
import dev.upkeep.database.token.VariableName;
import dev.upkeep.database.token.Word;
import java.util.List;
import java.util.Locale;

/// Whether fields that stand apart from a server belong to it.
final class Kinship {
  private static final int MAX_DEPTH = 30;

  private Kinship() {}

  static boolean belongs(Claims claims, Claims server, List<Claims> servers) {
    Word field = claims.words().isEmpty() ? null : claims.words().getFirst();
    if (field == null || field.foreign()) {
      return false;
    }
    Word host = server.words().getFirst();
    boolean samePrefix = field.name().prefix().equals(host.name().prefix());
    boolean bothTell = field.telling() && server.isTelling();
    if (bothTell && samePrefix) {
      return true;
    }
    if (onlyAboutTls(claims) && areOnePlace(servers) && (field.telling() || field.neutral())) {
      return true;
    }
    boolean says = isCode(field) && (field.name().prefix().isEmpty() || isVariableOf(field));
    Scope inner = server.scope();
    Scope other = claims.scope();
    if (other.equals(Scope.CALLS) || inner.equals(Scope.CALLS)) {
      return says
          && (servers.size() == 1 || other.isRoot() || inner.isRoot() || other.equals(inner));
    }
    boolean nested = isAround(other, inner) || isAround(inner, other);
    return says && nested && (!other.isRoot() || server.isTelling());
  }

  /// `opt.Password`, `config.password`: the first word is a variable of code.
  private static boolean isVariableOf(Word field) {
    String name = field.name().text();
    int dot = name.lastIndexOf('.');
    return dot > 0
        && VariableName.of(name.substring(dot + 1)).prefix().isEmpty()
        && VariableName.of(name.substring(0, dot)).role() == Role.NONE
        && name.indexOf('.') == dot;
  }

  /// Whether all of them lead to the same server, as a broker and its backend may.
  static boolean areOnePlace(List<Claims> servers) {
    return servers.stream().map(Claims::hostText).distinct().count() == 1;
  }

  static boolean onlyAboutTls(Claims claims) {
    return claims.words().stream()
        .allMatch(word ->
            word.role() == Role.TLS
                || word.role() == Role.CERTIFICATE
                || word.role() == Role.SCHEME);
  }

  /// Whether the name is one of code or of a label, not of a variable in an environment.
  private static boolean isCode(Word word) {
    String name = word.name().text();
    return !name.equals(name.toUpperCase(Locale.ROOT));
  }

  private static boolean isAround(Scope outer, Scope inner) {
    Scope at = inner;
    for (int depth = 0; at != null && depth < MAX_DEPTH; depth++) {
      if (at.equals(outer)) {
        return true;
      }
      at = at.outer();
    }
    return outer.isRoot();
  }

  /// Whether a server was found that lacks what this word says, where nothing tells that the word
  /// is about something else.
  static boolean isMissing(Word word, List<Claims> found) {
    boolean lacking = found.stream().anyMatch(server -> !server.has(word.role()));
    if (!lacking) {
      return false;
    }
    return switch (word.role()) {
      case PASSWORD, TLS, CERTIFICATE -> true;
      case PORT -> word.text().startsWith("63") && word.text().length() == 4;
      case USER -> isCode(word);
      case INDEX -> word.text().matches("[0-9]+") && !word.text().matches("0+");
      default -> false;
    };
  }
}
