package dev.upkeep.database.token;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes as names and values what tables, command lines and languages spell in ways of their own:
/// rows of two cells, JSON in quotes, `--set a=1,b=2`, `variable "a" { default = 1 }`, and hosts
/// and ports that a function joins. What could mean two things stays as it is.
public final class Spelling {
  private static final int LONGEST_LINE = 4_000;

  /// A row of two cells, between bars of Markdown or of box drawing; the last may be missing.
  private static final Pattern ROW =
      Pattern.compile(
          "[ \t]*+[|│║┃][ \t]*+([^|│║┃\n]{1,120}+)[|│║┃]([^|│║┃\n]{0,2000}+)(?:[|│║┃][ \t]*+)?");

  /// In single quotes everything is itself, in shells and in YAML; a backslash elsewhere is not.
  private static final Pattern RAW_JSON = Pattern.compile("'(\\{\\s{0,20}\"[^'\\\\\n]{1,3000}+)'");

  private static final Pattern ESCAPED_JSON =
      Pattern.compile("\"(\\{ {0,20}(?:[^\"\\\\\n]|\\\\\"){1,3000}+)\"");

  private static final Pattern SET =
      Pattern.compile("(?<=\\s)(--set(?:-string)?)[ =]++(['\"]?)([^\\s'\"\\\\]{1,2000}+)\\2");

  private static final Pattern NEXT_SETTING =
      Pattern.compile(",(?=[A-Za-z_][A-Za-z0-9_.\\[\\]-]{0,100}=)");

  private static final Pattern VARIABLE =
      Pattern.compile(
          "(?m)^([ \t]{0,20})variable[ \t]{1,10}\"([A-Za-z0-9_-]{1,80}+)\"[ \t]{0,10}\\{");

  private static final String HOST =
      "\"([^\"\\s:]{1,255}+)\"(?:\\.(?:into|to_string|to_owned)\\(\\))?";
  private static final String PORT = "\"?([0-9]{1,5}+)\"?";

  private static final Pattern JOINED =
      Pattern.compile(
          "(?:net\\.JoinHostPort\\(|fmt\\.Sprintf\\(\"%s:%[dsv]\",|\\bServer::new\\(|\\bNodeAddress\\()"
              + "\\s{0,20}"
              + HOST
              + "\\s{0,20},\\s{0,20}"
              + PORT
              + "\\s{0,20}\\)");

  private static final Pattern END_POINT =
      Pattern.compile(
          "EndPoints\\.Add\\(\\s{0,20}"
              + HOST
              + "\\s{0,20},\\s{0,20}"
              + PORT
              + "\\s{0,20}\\)|EndPoints\\.Add\\(\\s{0,20}\"([^\"\\s]{1,255}+)\"\\s{0,20}\\)");

  /// Valkey GLIDE takes the password first, and the user after it.
  private static final Pattern CREDENTIALS =
      Pattern.compile(
          "ServerCredentials\\(\\s{0,20}(\"[^\"\\\\]{1,500}+\")(?:\\s{0,20},\\s{0,20}(\"[^\"\\\\]{1,200}+\"))?"
              + "\\s{0,20}\\)");

  private Spelling() {}

  /// The same text in the common spelling.
  public static String common(String text) {
    String common = text;
    if (common.indexOf('|') >= 0 || common.indexOf('│') >= 0 || common.indexOf('║') >= 0) {
      common = rows(common);
    }
    if (common.indexOf('{') >= 0) {
      common =
          replace(RAW_JSON, common, json -> isObject(json.group(1)) ? json.group(1) : json.group());
      common =
          replace(
              ESCAPED_JSON,
              common,
              json ->
                  isEscapedObject(json.group(1))
                      ? json.group(1).replace("\\\"", "\"")
                      : json.group());
      common = replace(VARIABLE, common, block -> block.group(1) + block.group(2) + " = {");
    }
    if (common.contains("--set")) {
      common = replace(SET, common, Spelling::settings);
    }
    if (common.indexOf('(') >= 0) {
      common = replace(JOINED, common, place -> '"' + place.group(1) + ':' + place.group(2) + '"');
      common =
          replace(
              CREDENTIALS,
              common,
              two ->
                  "ServerCredentials(password="
                      + two.group(1)
                      + (two.group(2) == null ? "" : ", username=" + two.group(2))
                      + ')');
      common =
          replace(
              END_POINT,
              common,
              place ->
                  "EndPoints = { \""
                      + (place.group(3) != null
                          ? place.group(3)
                          : place.group(1) + ':' + place.group(2))
                      + "\" }");
    }
    return common;
  }

  private static boolean isObject(String json) {
    return json.endsWith("}") && json.indexOf("\":") > 0;
  }

  private static boolean isEscapedObject(String json) {
    return json.endsWith("}") && json.indexOf("\\\":") > 0;
  }

  private static String rows(String text) {
    StringBuilder rows = new StringBuilder(text.length());
    int start = 0;
    while (start <= text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      String line = text.substring(start, end);
      rows.append(line.length() > LONGEST_LINE ? line : row(line));
      if (newline >= 0) {
        rows.append('\n');
      }
      start = end + 1;
    }
    return rows.toString();
  }

  private static String row(String line) {
    Matcher row = ROW.matcher(line);
    if (!row.matches()) {
      return line;
    }
    String name = bare(row.group(1));
    String value = bare(row.group(2));
    VariableName read = VariableName.of(name.replace(' ', '_'));
    if (!Separators.isName(name) || read.role() == Role.NONE) {
      return line;
    }
    // With marks of its own, or half a pair of Markdown's, it is read as it stands, or refused.
    boolean marked = value.chars().anyMatch(c -> c == '"' || c == '\'' || c == '`' || c == '\\');
    String quote = marked ? "" : "\"";
    return name.replace(' ', '_') + ": " + quote + value + quote;
  }

  /// The text of a cell without Markdown's marks around all of it.
  private static String bare(String cell) {
    String text = cell.strip();
    for (String mark : List.of("**", "`")) {
      int length = mark.length();
      boolean around =
          text.length() > 2 * length
              && text.startsWith(mark)
              && text.endsWith(mark)
              && text.indexOf(mark, length) == text.length() - length;
      text = around ? text.substring(length, text.length() - length) : text;
    }
    return text;
  }

  private static String settings(MatchResult set) {
    String list = set.group(3);
    if (list.indexOf(',') < 0) {
      return set.group();
    }
    return set.group(1) + ' ' + NEXT_SETTING.matcher(list).replaceAll(' ' + set.group(1) + ' ');
  }

  private interface Change {
    String of(MatchResult found);
  }

  private static String replace(Pattern pattern, String text, Change change) {
    return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(change.of(found)));
  }
}
