package dev.upkeep.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// A file that a person named in the arguments, where `-` is standard input or output.
public record TextFile(String name) {
  private static final String STANDARD = "-";

  public boolean standard() {
    return name.equals(STANDARD);
  }

  /// The whole text.
  ///
  /// @throws UsageException if the file cannot be read, or is no export
  public String read(Console console) throws UsageException {
    if (standard()) {
      return Input.standardInput(console);
    }
    Path file = path();
    if (!Files.isRegularFile(file)) {
      throw new UsageException(
          Files.exists(file)
              ? Words.foreignWord(name) + " is not a file."
              : "There is no file " + Words.foreignWord(name) + ".");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(Input.MAX_BYTES + 1);
      if (bytes.length > Input.MAX_BYTES) {
        throw new UsageException(Words.foreignWord(name) + " is longer than 4 MiB.");
      }
      return Input.utf8(bytes, Words.foreignWord(name));
    } catch (IOException e) {
      throw new UsageException(Words.foreignWord(name) + " cannot be read.");
    }
  }

  /// Writes the text, in place of what the file held.
  ///
  /// @throws UsageException if the file cannot be written
  public void write(Console console, String text) throws UsageException {
    String whole = text.endsWith("\n") ? text : text + "\n";
    if (standard()) {
      console.out().print(whole);
      console.out().flush();
      return;
    }
    try {
      Files.writeString(path(), whole);
    } catch (IOException e) {
      throw new UsageException(Words.foreignWord(name) + " cannot be written.");
    }
  }

  private Path path() throws UsageException {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new UsageException("FILE is not the name of a file.");
    }
  }
}
