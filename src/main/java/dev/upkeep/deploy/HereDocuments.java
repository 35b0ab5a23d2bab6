package dev.upkeep.deploy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// The lines of a shell that write the definitions and certificates of a run, where a job brings
/// nothing along but its own text.
final class HereDocuments {
  /// No line of JSON or PEM is this.
  private static final String END = "END_OF_FILE";

  private HereDocuments() {}

  /// @param indent blanks before each line
  static String of(Layout layout, Run run, int indent) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(run.definitions(), layout.definitions(run.databases()));
    files.putAll(layout.certificates().files());
    return files.entrySet().stream()
        .map(file -> here(file.getKey(), file.getValue()).indent(indent))
        .collect(Collectors.joining());
  }

  private static String here(String name, String text) {
    return "cat > " + name + " <<'" + END + "'\n" + text + END + "\n";
  }
}
