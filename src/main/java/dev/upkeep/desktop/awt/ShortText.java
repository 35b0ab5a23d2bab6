package dev.upkeep.desktop.awt;

/// Text for places of a fixed size. Windows cuts off what is too long without saying so.
final class ShortText {
  /// See `szTip`, `szInfoTitle` and `szInfo` of
  /// https://learn.microsoft.com/windows/win32/api/shellapi/ns-shellapi-notifyicondataw, each with
  /// one place taken by the final zero.
  static final int TOOLTIP = 127;

  static final int TITLE = 63;
  static final int BODY = 255;

  private ShortText() {}

  /// The text, or its beginning and an ellipsis; never half a character.
  ///
  /// @param most in UTF-16 units, at least 1
  static String of(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }
}
