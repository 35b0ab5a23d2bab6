package dev.upkeep.deploy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// A file to be written.
///
/// @param path relative, with slashes
/// @param secrets whether people put secrets into it: then it is for its owner alone, and whoever
///   writes it must never replace one that is there
/// @param encoding how the text is written; UTF-16 gets a byte order mark
public record GeneratedFile(String path, String text, boolean secrets, Charset encoding) {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  static GeneratedFile open(String path, String text) {
    return new GeneratedFile(path, text, false, StandardCharsets.UTF_8);
  }

  static GeneratedFile forSecrets(String path, String text) {
    return new GeneratedFile(path, text, true, StandardCharsets.UTF_8);
  }

  /// For programs of Windows that read nothing else.
  static GeneratedFile wide(String path, String text) {
    return new GeneratedFile(path, text, false, StandardCharsets.UTF_16LE);
  }

  /// What is written.
  public byte[] bytes() {
    boolean marked = encoding.equals(StandardCharsets.UTF_16LE);
    return (marked ? BYTE_ORDER_MARK + text : text).getBytes(encoding);
  }
}
