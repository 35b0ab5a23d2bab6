package dev.upkeep.agent.desktop;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What an entry of the tray's menu does when it is chosen.
public sealed interface TrayAction {
  record Touch(List<UUID> databases) implements TrayAction {}

  /// Lets databases rest.
  ///
  /// @param time for how long; empty means until a person resumes them
  record Pause(List<UUID> databases, Optional<Duration> time) implements TrayAction {}

  record Resume(List<UUID> databases) implements TrayAction {}

  /// Shows what happened.
  ///
  /// @param database whose history to begin with
  record ShowHistory(UUID database) implements TrayAction {}

  record CopyHost(String host) implements TrayAction {}

  /// Lets the keychain ask the person for its password, then touches.
  record Unlock(List<UUID> databases) implements TrayAction {}

  record Open() implements TrayAction {}

  record LoginStart(boolean on) implements TrayAction {}

  record Quit() implements TrayAction {}
}
