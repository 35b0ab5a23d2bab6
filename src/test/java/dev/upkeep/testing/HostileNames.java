package dev.upkeep.testing;

import java.util.List;
import java.util.stream.Stream;

/// Names that people may give and that have broken programs before. One list for everything that
/// shows, stores or sends a name.
public final class HostileNames {
  private HostileNames() {}

  /// Allowed, and to come through as they are wherever nothing is shortened.
  public static Stream<String> storable() {
    return Stream.of(
        "שלום",
        "مرحبا 123",
        "ѕhор",
        "🦊👩\u200D💻🏳",
        "漢字カナ",
        "x".repeat(300),
        "漢".repeat(300),
        "=1+1",
        "-rf",
        "--all",
        "@everyone",
        "@/etc/passwd",
        "'; drop table--",
        "\"quoted\" \\ back",
        "%n%s%d$1{}${jndi:x}",
        "[31mred[0m",
        "a,b;c|d",
        "<b>&amp;",
        "list",
        "ping",
        "e\u0301",
        "$(rm)`x`",
        "null");
  }

  /// Cannot be stored; a damaged file or an old version may hold them nevertheless.
  public static Stream<String> unstorable() {
    return List.of("a\u202Eb", "a\u001b[31mb\u001b[2J", "a\nb", "a\u0007b", "a\u2066b\u2028c")
        .stream();
  }

  public static Stream<String> all() {
    return Stream.concat(storable(), unstorable());
  }
}
