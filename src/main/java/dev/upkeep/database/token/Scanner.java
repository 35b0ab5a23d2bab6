package dev.upkeep.database.token;

import dev.upkeep.database.token.Word.Span;
import dev.upkeep.database.token.Word.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Splits a text into values with their names and the brackets, blocks and sections around them:
/// what `.env`, JSON, YAML, INI and code have in common. One pass from left to right.
public final class Scanner {
  private static final Pattern SECTION =
      Pattern.compile("\\[{1,2}([A-Za-z][A-Za-z0-9_.: \"-]{0,60})]{1,2}");

  private static final int LONGEST_ASSIGNED = 4_000;

  private final String text;
  private final Quoted quoted;
  private final Separators separators;
  private final Ahead ahead;
  private final Scopes scopes = new Scopes();
  private final List<Word> words = new ArrayList<>();
  private final List<String> lineStart = new ArrayList<>();
  private int at;
  private String pending = "";
  private char pendingSeparator;
  private boolean valueOnLine;
  private boolean pendingSpansLines;
  private boolean lineBegins = true;
  private int pendingColumn;
  private int pendingAt;
  private boolean tightVariable;
  private int lineStartAt;
  private String lastCode = "";

  /// The variable that gets what `new` or `await` makes.
  private String assigned = "";

  private int lastCodeEnd = -1;

  private Scanner(String text) {
    this.text = text;
    this.quoted = new Quoted(text);
    this.separators = new Separators(text);
    this.ahead = new Ahead(text, quoted, separators);
  }

  public static List<Word> scan(String text) {
    Scanner scanner = new Scanner(text);
    while (scanner.at < text.length()) {
      int before = scanner.words.size();
      scanner.step();
      scanner.ended(before);
    }
    scanner.dropPending();
    scanner.cutArguments();
    return scanner.words;
  }

  /// Of arguments whose bracket is never closed nobody knows how many there were.
  private void cutArguments() {
    Set<Scope> cut = scopes.openCalls();
    words.replaceAll(word -> {
      boolean argument = !word.named() && word.style() == Style.QUOTED;
      return argument && cut.contains(word.scope()) ? word.withStyle(Style.UNCLEAR) : word;
    });
  }

  /// The words since `first` end here.
  private void ended(int first) {
    for (int i = first; i < words.size(); i++) {
      Word word = words.get(i);
      words.set(i, word.withSpan(new Span(word.span().start(), Math.max(at, word.span().end()))));
    }
  }

  private void step() {
    char c = text.charAt(at);
    if (lineBegins && c > ' ' && scopes.isRoot() && beginLine()) {
      return;
    }
    if (c == '\n') {
      endLine();
    } else if (c <= ' ') {
      at++;
    } else if (ahead.isComment(at)) {
      at = ahead.lineEnd(at);
    } else if (Quoted.isQuote(c)) {
      quoted(c);
    } else if (!pending.isEmpty() && value()) {
      return;
    } else if ("([{".indexOf(c) >= 0) {
      String function = function();
      openedFor(c, function);
      at++;
    } else if (")]}".indexOf(c) >= 0) {
      scopes.close();
      pending = "";
      at++;
    } else if (c == '~' && !pending.isEmpty()) {
      add("~", at, Style.NULL);
      at++;
    } else if (ahead.isNameStart(at)) {
      nameOrWord();
    } else {
      pending = c == ',' || c == ';' ? "" : pending;
      at++;
    }
  }

  /// The code right before a bracket, with a dot where it is a method of what comes before.
  private String function() {
    boolean struct =
        at > 0
            && text.charAt(at) == '{'
            && lastCodeEnd == at - 1
            && text.charAt(at - 1) == ' '
            && Character.isUpperCase(Scope.firstOfLastSegment(lastCode));
    if (lastCodeEnd != at && !struct) {
      return "";
    }
    int start = lastCodeEnd - lastCode.length();
    boolean method = start > 0 && ".>:".indexOf(text.charAt(start - 1)) >= 0;
    return method ? "." + lastCode : lastCode;
  }

  /// What the first character of a line tells about blocks and sections.
  private boolean beginLine() {
    lineBegins = false;
    int column = at - lineStartAt;
    int end = ahead.lineEnd(at);
    if ((text.startsWith("---", at) && text.substring(at, end).isBlank())
        || text.substring(at, end).strip().equals("---")) {
      scopes.document();
      pending = "";
      at = end;
      return true;
    }
    if (text.charAt(at) == '[' && pending.isEmpty()) {
      String line = text.substring(at, end).strip();
      Matcher section = SECTION.matcher(line);
      if (section.matches()) {
        String title = section.group(1).replace("\"", "");
        scopes.section(title);
        if (VariableName.of(title).role() == Role.TLS) {
          words.add(word("", VariableName.of(title), at, Style.GROUP));
        }
        at = end;
        return true;
      }
    }
    boolean item = text.startsWith("- ", at);
    scopes.dedent(column, item);
    if (item) {
      if (pendingSeparator == ' ') {
        dropPending(); // a label whose value is missing
      }
      int content = at + 2;
      while (content < end && text.charAt(content) <= ' ') {
        content++;
      }
      if (ahead.isYamlKey(content)) {
        scopes.item(column);
      }
      at = content;
      return true;
    }
    return false;
  }

  /// `tls: {}` and `ssl: { … }` switch encryption on.
  private void openedFor(char bracket, String function) {
    VariableName name = VariableName.of(pending.isEmpty() ? function : pending);
    boolean method = bracket == '(' && pending.isEmpty() && Scopes.isRoleOfMethod(function);
    if (method) {
      scopes.open(bracket, "", function);
      pending = Scope.lastSegment(function);
      pendingAt = at - pending.length();
      pendingSeparator = '(';
      pendingSpansLines = true;
      if (name.role() == Role.TLS && ahead.closesAtOnce(at)) {
        add("true", at, Style.PLAIN); // useSsl()
      }
      return;
    }
    if (bracket == '(' && CodeWords.isWrapper(function)) {
      scopes.open(bracket, "", function); // what is in it is the value
      return;
    }
    if (CodeWords.isEncryptedPlaceType(function)) {
      words.add(word("true", VariableName.of("tls"), at, Style.PLAIN));
    }
    boolean object = bracket == '{' || (bracket == '[' && !pending.isEmpty());
    if (object && (name.role() == Role.TLS || name.role() == Role.CERTIFICATE)) {
      words.add(word("", qualified(pending), at, Style.GROUP));
    }
    // PHP writes options in the brackets of a list.
    boolean options = bracket == '[' && pending.isEmpty() && ahead.keyFollows(at);
    scopes.open(options ? '{' : bracket, pending, function);
    if (!assigned.isEmpty() && !function.isEmpty() && VariableName.tells(assigned)) {
      scopes.tell(); // const redis = await connect({
    }
    assigned = "";
    pending = "";
  }

  private void endLine() {
    boolean label =
        pending.isEmpty() && !valueOnLine && !lineStart.isEmpty() && lineStart.size() <= 3;
    if (!pending.isEmpty()
        && pendingSeparator == ':'
        && scopes.isRoot()
        && ahead.beginsBlock(at, pendingColumn)) {
      VariableName name = VariableName.of(pending);
      if (name.role() == Role.TLS || name.role() == Role.CERTIFICATE) {
        words.add(word("", qualified(pending), at, Style.GROUP));
      }
      if (isReference(pending)) {
        add(pending, at, Style.REFERENCE);
      }
      scopes.block(pendingColumn, pending);
      pending = "";
    }
    // "Endpoint", and its value on the next line: a console's page copied as text.
    if (label && scopes.isTop() && isRole(lineStart.getLast())) {
      pending = String.join("_", lineStart);
      pendingAt = lineStartAt;
      pendingSeparator = ' ';
      pendingSpansLines = true;
    } else if (!pendingSpansLines && scopes.isRoot()) {
      dropPending();
    }
    lineStart.clear();
    valueOnLine = false;
    lineBegins = true;
    at++;
    lineStartAt = at;
  }

  /// Kubernetes says so where a secret is kept elsewhere.
  private static boolean isReference(String name) {
    return name.equals("valueFrom")
        || name.equals("secretKeyRef")
        || name.equals("configMapKeyRef");
  }

  private static boolean isRole(String word) {
    return VariableName.of(word).role() != Role.NONE && word.indexOf('.') < 0;
  }

  private void quoted(char quote) {
    int close = text.startsWith("```", at) || gluedApostrophe(quote) ? -1 : quoted.close(at);
    if (pendingSpansLines && close > 0 && beginsNextPair(close)) {
      giveUp();
    }
    if (pending.isEmpty() && close > 0) {
      String name = quoted.between(at, close);
      int valueStart = separators.after(close + 1);
      if (valueStart > 0 && Separators.isName(name)) {
        name(name, valueStart, true);
        return;
      }
      boolean element = text.startsWith("]", close + 1) && at > 0 && text.charAt(at - 1) == '[';
      int assigned = element ? separators.after(close + 2) : -1;
      if (assigned > 0 && Separators.isName(name) && VariableName.of(name).role() != Role.NONE) {
        scopes.close(); // config['redis_host'] = …
        name(name, assigned, false);
        return;
      }
      int second = scopes.isDefinition() ? separators.afterComma(close + 1) : -1;
      if (second > 0 && Separators.isName(name)) {
        name(name, second, true); // define('REDIS_HOST', …)
        return;
      }
    }
    boolean variable = pendingSeparator == '=' && scopes.isRoot();
    if (close < 0 && !(variable && quote == '\'')) {
      unclosed();
      return;
    }
    boolean named = !pending.isEmpty();
    if (close > 0 && assignment(close)) {
      return;
    }
    Quoted.Content content =
        quoted.value(at, named && variable, named && pendingSeparator == ':' && scopes.isRoot());
    if (content.end() < 0) {
      unclosed();
      return;
    }
    boolean glued = named && ahead.isGlued(content.end(), scopes.isRoot());
    add(content.text(), at, content.unclear() || glued ? Style.UNCLEAR : Style.QUOTED);
    at = content.end();
    if (glued) {
      at = PlainValue.end(text, at, !scopes.isRoot());
    }
    valueOnLine = true;
  }

  /// Whether the text in quotes begins a line and is the next name: the pending one has no value.
  private boolean beginsNextPair(int close) {
    return !pending.isEmpty()
        && lineStart.isEmpty()
        && lineStartAt > pendingAt
        && separators.after(close + 1) > 0
        && Separators.isName(quoted.between(at, close));
  }

  /// A value is missing where the language has none that is empty.
  private void giveUp() {
    if (!scopes.isRoot() && VariableName.of(pending).role() != Role.NONE) {
      add("", at, Style.UNCLEAR);
    }
    dropPending();
  }

  /// `"REDIS_HOST=…"`, as lists of variables have them in Docker's files, systemd's and commands.
  private boolean assignment(int close) {
    int nameEnd = separators.nameEnd(at + 1);
    boolean variable =
        nameEnd > at + 1
            && nameEnd < close
            && text.charAt(nameEnd) == '='
            && separators.isVariable(at + 1, nameEnd);
    if (!variable || close - nameEnd > LONGEST_ASSIGNED) {
      return false;
    }
    String name = text.substring(at + 1, nameEnd);
    VariableName read = VariableName.of(name);
    boolean list = pending.isEmpty() || VariableName.saysNothing(pending);
    if (!list || read.role() == Role.NONE || !(read.telling() || read.foreign())) {
      return false;
    }
    Quoted.Content content = quoted.value(at, false, false);
    String value = content.text().substring(Math.min(content.text().length(), name.length() + 1));
    boolean unclear = content.unclear() || content.end() != close + 1 || CodeWords.isNull(value);
    pending = name;
    pendingAt = at;
    add(value, at, unclear ? Style.UNCLEAR : Style.QUOTED);
    at = Math.max(close + 1, content.end());
    valueOnLine = true;
    return true;
  }

  private void unclosed() {
    if (!pending.isEmpty()) {
      int end = PlainValue.end(text, at + 1, false);
      add(text.substring(at, end), at, Style.UNCLEAR);
      at = Math.max(at + 1, end);
    } else if (!scopes.isRoot() && text.charAt(at) != '`' && !gluedApostrophe(text.charAt(at))) {
      int end = ahead.lineEnd(at); // an argument that was cut
      add(text.substring(at + 1, end), at, Style.UNCLEAR);
      at = end;
    } else {
      at++;
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
    if (ahead.isStringPrefix(at)) {
      at++;
      return true;
    }
    if (skipsListType()) {
      return true;
    }
    if (isRawSecret()) {
      int rawEnd = at;
      while (rawEnd < text.length() && text.charAt(rawEnd) > ' ') {
        rawEnd++;
      }
      String raw = text.substring(at, rawEnd);
      boolean none = CodeWords.isNull(raw);
      add(Ahead.withoutEnd(raw), at, none ? Style.NULL : plainStyle(raw, rawEnd));
      at = rawEnd;
      valueOnLine = true;
      return true;
    }
    int end = PlainValue.end(text, at, !scopes.isRoot());
    if (pendingSpansLines && startsAnotherName(end)) {
      giveUp();
      return false;
    }
    boolean code = end < text.length() && "([{".indexOf(text.charAt(end)) >= 0;
    if (end == at && code && ahead.isHidden(at)) {
      end = text.indexOf(']', at) + 1;
      code = false;
    }
    String value = text.substring(at, end);
    if (value.isEmpty()) {
      return false;
    }
    boolean struct = !scopes.isRoot() && text.startsWith(" {", end);
    if ((code || struct) && CodeWords.isList(value)) {
      lastCode = value;
      lastCodeEnd = end;
      at = end;
      return true; // the bracket opens for the pending name
    }
    if (CodeWords.isKeyword(value)) {
      boolean made = value.equals("new") || value.equals("await");
      assigned = made ? pending : assigned;
      pending = made ? "" : pending;
    } else if (!code && CodeWords.isNull(Ahead.withoutEnd(value))) {
      add(value, at, Style.NULL);
    } else {
      code |= (!scopes.isRoot() && PlainValue.isReference(value)) || value.startsWith("&");
      lastCode = value;
      lastCodeEnd = end;
      Style style = code ? Style.REFERENCE : literalStyle(value, end);
      add(code ? value : Ahead.withoutEnd(value), at, style);
    }
    at = end;
    valueOnLine = true;
    return true;
  }

  /// The `[]string` of `[]string{"host:6379"}`, the `new[]` of C#.
  private boolean skipsListType() {
    if (!text.startsWith("[]", at)) {
      return false;
    }
    int i = at + 2;
    while (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
      i++;
    }
    if (i >= text.length() || text.charAt(i) != '{') {
      return false;
    }
    at = i;
    openedFor('{', "");
    at++;
    return true;
  }

  /// Whether a password follows its variable right away: brackets in it are its own.
  private boolean isRawSecret() {
    Role role = VariableName.of(pending).role();
    return scopes.isRoot()
        && tightVariable
        && (role == Role.PASSWORD || role == Role.USER || role == Role.TOKEN)
        && text.charAt(at - 1) == '='
        && !text.startsWith("${", at)
        && !text.startsWith("{{", at)
        && !text.startsWith("<", at)
        && !ahead.isHidden(at)
        && !text.startsWith("$(", at);
  }

  /// In code a secret without quotes is none, or a word that was cut.
  private Style literalStyle(String value, int end) {
    Role role = VariableName.of(pending).role();
    boolean secret = role == Role.PASSWORD || role == Role.TOKEN || role == Role.USER;
    if (!scopes.isRoot() && secret && PlainValue.isLiteral(value)) {
      return value.equalsIgnoreCase("false") ? Style.NULL : Style.UNCLEAR;
    }
    if (secret && value.equals("-")) {
      return Style.UNCLEAR; // a list's mark, or a word for none
    }
    return plainStyle(value, end);
  }

  /// A password that is not quoted ends with its line. What comes after a blank may be part of it
  /// or not, and so may a comma or semicolon at its end, a backslash and quotes around a part.
  private Style plainStyle(String value, int end) {
    Role role = VariableName.of(pending).role();
    boolean secret = role == Role.PASSWORD || role == Role.TOKEN || role == Role.USER;
    if (!secret || !scopes.isRoot() || !Separators.isAssignment(pendingSeparator)) {
      return Style.PLAIN;
    }
    boolean ended = value.length() > 1 && ",;".indexOf(value.charAt(value.length() - 1)) >= 0;
    return ended || ahead.goesOn(end) || Ahead.hasShellEscape(value) ? Style.UNCLEAR : Style.PLAIN;
  }

  /// A name without a value, and on a later line the next name.
  private boolean startsAnotherName(int end) {
    int nameEnd = separators.nameEnd(at);
    boolean label =
        pendingSeparator == ' '
            && nameEnd > at
            && VariableName.of(text.substring(at, nameEnd)).role() != Role.NONE
            && separators.isLabelled(nameEnd);
    return lineStart.isEmpty()
        && nameEnd > at
        && (separators.after(nameEnd) > 0 || label)
        && !text.startsWith("://", nameEnd)
        && end > at;
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
    if (valueStart > 0
        && (word.startsWith("-") || word.equals("Environment"))
        && ahead.assignsAgain(valueStart)) {
      at = valueStart; // --from-literal=NAME=value, and systemd's
      return;
    }
    boolean separated = valueStart > 0;
    if (!separated && scopes.isRoot() && lineStart.isEmpty()) {
      valueStart = separators.afterLabel(at, end);
    }
    if (!separated && scopes.isRoot() && valueStart <= 0) {
      valueStart = afterSetter(end, word);
    }
    if (!separated && word.startsWith("--") && option(word, end)) {
      return;
    }
    if (valueStart > 0) {
      name(word, valueStart, separated && text.charAt(valueStart - 1) == ':');
      return;
    }
    int wordEnd = separators.wordEnd(end);
    add(text.substring(at, wordEnd), at, Style.PLAIN);
    lastCode = word;
    lastCodeEnd = end;
    lineStart.add(word);
    at = wordEnd;
  }

  /// `--redis-host value`, and `--redis-tls` without one.
  private boolean option(String word, int end) {
    VariableName option = VariableName.of(Separators.withoutDashes(word));
    int value = separators.skipBlank(end);
    boolean ends =
        value >= text.length() || text.charAt(value) == '\n' || text.charAt(value) == '-';
    if (!option.telling() || option.role() == Role.NONE || (ends && option.role() != Role.TLS)) {
      return false;
    }
    name(word, end, false);
    if (ends || option.role() == Role.TLS) {
      add("true", pendingAt, Style.PLAIN);
      at = end;
    } else {
      at = value;
    }
    return true;
  }

  /// `set -x NAME value` of fish, `setx NAME value` of Windows, `ENV NAME value` of Docker.
  private int afterSetter(int end, String word) {
    boolean setter =
        !lineStart.isEmpty()
            && lineStart.size() <= 4
            && Ahead.SETTERS.contains(lineStart.getFirst())
            && lineStart.stream().skip(1).allMatch(option -> option.startsWith("-"));
    int value = separators.skipBlank(end);
    boolean name = !word.startsWith("-") && VariableName.of(word).role() != Role.NONE;
    return setter && name && value > end && value < text.length() && text.charAt(value) != '\n'
        ? value
        : -1;
  }

  /// Gives up on the value of a name. That of TLS is missed: nobody can say what was meant.
  private void dropPending() {
    boolean open = pendingSeparator == ':' && VariableName.of(pending).role() == Role.TLS;
    if (!pending.isEmpty() && open) {
      add("", at, Style.UNCLEAR);
    }
    pending = "";
  }

  private void name(String word, int valueStart, boolean spansLines) {
    dropPending();
    boolean phrase = spansLines && scopes.isRoot() && lineStart.size() <= 2 && isPhrase();
    String name = phrase && !lineStart.isEmpty() ? String.join("_", lineStart) + "_" + word : word;
    pending = word.equals("$env") ? "" : Separators.withoutDashes(name);
    pendingSeparator = text.charAt(valueStart - 1);
    if (pendingSeparator == ' ' || pendingSeparator == '\t') {
      pendingSeparator = '=';
    }
    pendingColumn = at - lineStartAt;
    pendingAt = at;
    tightVariable = pendingSeparator == '=' && separators.isVariable(at, valueStart - 1);
    pendingSpansLines = spansLines || !scopes.isRoot();
    lineStart.add(word);
    at = valueStart;
  }

  /// Whether the words before a name are a part of it, as in `REST URL: …`.
  private boolean isPhrase() {
    return lineStart.stream().noneMatch(word -> word.equals("export") || word.equals("-"));
  }

  private VariableName qualified(String name) {
    String qualifier = scopes.qualifier();
    return VariableName.of(qualifier.isEmpty() || name.isEmpty() ? name : qualifier + "_" + name);
  }

  private void add(String value, int position, Style style) {
    words.add(word(value, qualified(pending), position, style));
    pending = "";
  }

  private Word word(String value, VariableName name, int position, Style style) {
    int start = pending.isEmpty() ? position : Math.min(pendingAt, position);
    Word word = new Word(value, name, scopes.current(), position, style);
    return word.withSpan(new Span(start, word.span().end()));
  }
}
