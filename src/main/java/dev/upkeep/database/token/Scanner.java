package dev.upkeep.database.token;

import dev.upkeep.database.token.Word.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Splits a text into values with their names and the brackets around them: what `.env`, JSON, YAML
/// and code have in common. One pass from left to right.
public final class Scanner {
  private static final Set<String> KEYWORDS = Set.of("new", "await", "bearer", "const", "return");

  private final String text;
  private final Quoted quoted;
  private final Separators separators;
  private final Scopes scopes = new Scopes();
  private final List<Word> words = new ArrayList<>();
  private final List<String> lineStart = new ArrayList<>();
  private int at;
  private String pending = "";
  private boolean valueOnLine;
  private boolean pendingSpansLines;
  private String lastCode = "";
  private int lastCodeEnd = -1;

  private Scanner(String text) {
    this.text = text;
    this.quoted = new Quoted(text);
    this.separators = new Separators(text);
  }

  public static List<Word> scan(String text) {
    Scanner scanner = new Scanner(text);
    while (scanner.at < text.length()) {
      scanner.step();
    }
    return scanner.words;
  }

  private void step() {
    char c = text.charAt(at);
    if (c == '\n') {
      endLine();
    } else if (c <= ' ') {
      at++;
    } else if (Quoted.isQuote(c)) {
      quoted(c);
    } else if (!pending.isEmpty() && value()) {
      return;
    } else if ("([{".indexOf(c) >= 0) {
      scopes.open(c, pending.isEmpty() && lastCodeEnd == at ? lastCode : pending);
      openedFor(c);
      at++;
    } else if (")]}".indexOf(c) >= 0) {
      scopes.close();
      pending = "";
      at++;
    } else if (isNameStart(at)) {
      nameOrWord();
    } else {
      pending = c == ',' || c == ';' ? "" : pending;
      at++;
    }
  }

  /// `tls: {}` and `ssl: { … }` switch encryption on.
  private void openedFor(char bracket) {
    VariableName name = VariableName.of(pending);
    if (bracket == '{' && name.role() == Role.TLS) {
      words.add(new Word("true", name, scopes.current(), at, Style.PLAIN));
    }
    pending = "";
  }

  private void endLine() {
    boolean label =
        pending.isEmpty() && !valueOnLine && !lineStart.isEmpty() && lineStart.size() <= 3;
    // "Endpoint", and its value on the next line: a console's page copied as text.
    if (label && scopes.isRoot() && isRole(lineStart.getLast())) {
      pending = String.join("_", lineStart);
      pendingSpansLines = true;
    } else if (!pendingSpansLines && scopes.isRoot()) {
      pending = "";
    }
    lineStart.clear();
    valueOnLine = false;
    at++;
  }

  private static boolean isRole(String word) {
    return VariableName.of(word).role() != Role.NONE && word.indexOf('.') < 0;
  }

  private void quoted(char quote) {
    int close = text.startsWith("```", at) || gluedApostrophe(quote) ? -1 : quoted.close(at);
    if (close < 0) {
      at++;
      return;
    }
    String value = quoted.between(at, close);
    int valueStart = separators.after(close + 1);
    if (valueStart > 0 && Separators.isName(value)) {
      name(value, valueStart, true);
    } else {
      add(value, at, Style.QUOTED);
      at = close + 1;
      valueOnLine = true;
    }
  }

  private boolean gluedApostrophe(char quote) {
    return quote == '\''
        && pending.isEmpty()
        && at > 0
        && Character.isLetterOrDigit(text.charAt(at - 1));
  }

  /// Reads a value without quotes for the pending name; false if there is none here.
  private boolean value() {
    if (isStringPrefix()) {
      at++;
      return true;
    }
    int end = PlainValue.end(text, at, !scopes.isRoot());
    if (pendingSpansLines && startsAnotherName(end)) {
      pending = "";
      return false;
    }
    boolean code = end < text.length() && "([{".indexOf(text.charAt(end)) >= 0;
    if (end == at && code && isHidden()) {
      end = text.indexOf(']', at) + 1;
      code = false;
    }
    String value = text.substring(at, end);
    if (value.isEmpty()) {
      return false;
    }
    if (KEYWORDS.contains(value.toLowerCase(Locale.ROOT)) || value.equals("**")) {
      pending = value.equals("new") || value.equals("await") ? "" : pending;
    } else {
      code |= !scopes.isRoot() && PlainValue.isReference(value);
      lastCode = value;
      lastCodeEnd = end;
      add(code ? value : withoutEnd(value), at, code ? Style.REFERENCE : Style.PLAIN);
    }
    at = end;
    valueOnLine = true;
    return true;
  }

  /// The `f` of `f"…"`.
  private boolean isStringPrefix() {
    return at + 1 < text.length()
        && "fFrRbB".indexOf(text.charAt(at)) >= 0
        && Quoted.isQuote(text.charAt(at + 1));
  }

  /// `[REDACTED]`
  private boolean isHidden() {
    int close = text.indexOf(']', at, Math.min(text.length(), at + 20));
    return close > 0 && Disguise.of(text.substring(at, close + 1), false) == Disguise.MASK;
  }

  /// A name without a value, and on a later line the next name.
  private boolean startsAnotherName(int end) {
    return lineStart.isEmpty()
        && (separators.nameEnd(at) > at && separators.after(separators.nameEnd(at)) > 0)
        && !text.startsWith("://", separators.nameEnd(at))
        && end > at;
  }

  private static String withoutEnd(String value) {
    boolean ends = value.endsWith(";") || value.endsWith(",");
    return ends ? value.substring(0, value.length() - 1) : value;
  }

  private void nameOrWord() {
    int end = separators.nameEnd(at);
    String word = text.substring(at, end);
    if (text.startsWith("://", end)) {
      int urlEnd = PlainValue.end(text, at, !scopes.isRoot());
      add(text.substring(at, urlEnd), at, Style.PLAIN);
      at = urlEnd;
      valueOnLine = true;
      return;
    }
    int valueStart = separators.afterName(at, end);
    if (valueStart < 0 && scopes.isRoot() && lineStart.isEmpty()) {
      valueStart = separators.afterLabel(at, end);
    }
    if (valueStart > 0) {
      name(word, valueStart, text.charAt(valueStart - 1) == ':');
      return;
    }
    int wordEnd = separators.wordEnd(end);
    add(text.substring(at, wordEnd), at, Style.PLAIN);
    lastCode = word;
    lastCodeEnd = end;
    lineStart.add(word);
    at = wordEnd;
  }

  private void name(String word, int valueStart, boolean spansLines) {
    boolean phrase = spansLines && scopes.isRoot() && lineStart.size() <= 2;
    String name = phrase && !lineStart.isEmpty() ? String.join("_", lineStart) + "_" + word : word;
    pending = word.equals("$env") ? "" : Separators.withoutDashes(name);
    pendingSpansLines = spansLines || !scopes.isRoot();
    lineStart.add(word);
    at = valueStart;
  }

  private void add(String value, int position, Style style) {
    words.add(new Word(value, VariableName.of(pending), scopes.current(), position, style));
    pending = "";
  }

  private boolean isNameStart(int i) {
    char c = text.charAt(i);
    boolean dash = c == '-' && i + 1 < text.length() && text.charAt(i + 1) > ' ';
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || dash;
  }
}
