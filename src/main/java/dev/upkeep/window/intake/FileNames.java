package dev.upkeep.window.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which names in a folder of projects may lead to a database. Pure.
final class FileNames {
  private static final List<String> TEMPLATES = List.of(".example", ".sample", ".template");

  /// What a project has at its top.
  private static final Set<String> MARKS =
      Set.of(
          ".git",
          ".env",
          "package.json",
          "pyproject.toml",
          "go.mod",
          "cargo.toml",
          "pom.xml",
          "composer.json",
          "gemfile",
          "deno.json");

  /// Of files that settings are written into.
  private static final Set<String> ENDINGS =
      Set.of("yml", "yaml", "json", "toml", "properties", "ini", "conf", "cfg", "tfvars", "txt");

  private static final Set<String> GENERATED = Set.of("package-lock.json", "composer.lock");

  private FileNames() {}

  /// The last part.
  static String of(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }

  /// Whether a folder of this name is looked into.
  static boolean isEntered(String name) {
    return !name.startsWith(".") && !name.equals("node_modules");
  }

  /// Whether a file of this name is read.
  static boolean isRead(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (TEMPLATES.stream().anyMatch(lower::endsWith) || GENERATED.contains(lower)) {
      return false;
    }
    return isEnvironment(name)
        || (!name.startsWith(".") && ENDINGS.contains(lower.substring(lower.lastIndexOf('.') + 1)));
  }

  /// `.env`, `.env.local`, `prod.env`, `.envrc`, `.dev.vars`.
  static boolean isEnvironment(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals(".env")
        || lower.startsWith(".env.")
        || lower.endsWith(".env")
        || lower.equals(".envrc")
        || lower.startsWith(".dev.vars");
  }

  /// Whether the folder that has this is a project, rather than one of projects.
  static boolean marksAProject(String name) {
    return MARKS.contains(name.toLowerCase(Locale.ROOT)) || isEnvironment(name);
  }
}
