package dev.upkeep.packaging;

import java.io.File;
import java.io.IOException;
import javafx.css.Stylesheet;

/// Writes a stylesheet in the form that the toolkit reads without a parser. It looks for that form
/// beside every stylesheet.
public final class BinaryStyles {
  private BinaryStyles() {}

  /// Converts one.
  ///
  /// @param args the stylesheet, and what to write
  public static void main(String[] args) throws IOException {
    Stylesheet.convertToBinary(new File(args[0]), new File(args[1]));
  }
}
