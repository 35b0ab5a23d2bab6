package dev.upkeep.cli;

import java.io.IOException;
import java.util.Optional;

/// The terminal that this process was started from.
final class SystemTerminal implements Terminal {
  @Override
  public boolean interactive() {
    return console().isPresent();
  }

  @Override
  public Optional<String> readLine() {
    return console().flatMap(console -> Optional.ofNullable(console.readLine()));
  }

  @Override
  public Optional<String> readHidden() {
    return console()
        .flatMap(console -> Optional.ofNullable(console.readPassword()))
        .map(String::new);
  }

  @Override
  public boolean moreIsWaiting() {
    try {
      return console().isPresent() && console().get().reader().ready();
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<java.io.Console> console() {
    return Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal);
  }
}
