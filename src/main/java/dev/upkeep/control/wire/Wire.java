package dev.upkeep.control.wire;

import java.util.ArrayList;
import java.util.List;

/// The numbers that both ends of the control socket keep to, and how long texts are cut to fit
/// them.
public final class Wire {
  /// Goes up with every change that an end of the version before would misunderstand.
  public static final int VERSION = 2;

  /// The longest line of a request, in bytes of UTF-8, without its end.
  public static final int MAX_REQUEST = 64 * 1024;

  /// The longest line of a message: a page of 200 touches, or the report of an import, with room.
  public static final int MAX_MESSAGE = 4 * 1024 * 1024;

  /// The longest text to import, in UTF-16 units: 1,000 databases with room.
  public static final int MAX_IMPORT = 2 * 1024 * 1024;

  /// Even when every unit is escaped, as six bytes, a piece fits into a request.
  private static final int PIECE = 10_000;

  private Wire() {}

  /// The text in its order, at least one piece.
  public static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    do {
      int to = Math.min(from + PIECE, text.length());
      pieces.add(text.substring(from, to));
      from = to;
    } while (from < text.length());
    return pieces;
  }
}
