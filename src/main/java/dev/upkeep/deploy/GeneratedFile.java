package dev.upkeep.deploy;

/// A file to be written.
///
/// @param path relative, with slashes
/// @param secrets whether people put secrets into it: then it is for its owner alone, and whoever
///   writes it must never replace one that is there
public record GeneratedFile(String path, String text, boolean secrets) {
  static GeneratedFile open(String path, String text) {
    return new GeneratedFile(path, text, false);
  }

  static GeneratedFile forSecrets(String path, String text) {
    return new GeneratedFile(path, text, true);
  }
}
