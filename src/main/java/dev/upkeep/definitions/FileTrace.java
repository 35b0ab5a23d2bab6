package dev.upkeep.definitions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// By what a file is known again.
///
/// @param digest of its text
record FileTrace(Optional<Object> inode, long size, FileTime modified, String digest) {

  /// The trace of a file with this text.
  static FileTrace of(Path file, String text) throws IOException {
    BasicFileAttributes now = attributes(file);
    return new FileTrace(
        Optional.ofNullable(now.fileKey()), now.size(), now.lastModifiedTime(), digest(text));
  }

  /// Whether it is the same at a glance.
  boolean looksLike(Path file) throws IOException {
    BasicFileAttributes now = attributes(file);
    return Optional.ofNullable(now.fileKey()).equals(inode)
        && now.size() == size
        && now.lastModifiedTime().equals(modified);
  }

  boolean hasTextOf(FileTrace other) {
    return digest.equals(other.digest);
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class);
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
