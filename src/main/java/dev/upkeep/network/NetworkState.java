package dev.upkeep.network;

import dev.upkeep.language.Sentence;

/// Whether this computer has a network.
public sealed interface NetworkState {
  /// A public name resolved: names can be asked for, so a name that does not resolve says something
  /// about that name.
  record Online() implements NetworkState {}

  /// It provably has none.
  ///
  /// @param reason one sentence for a person
  record Offline(Sentence reason) implements NetworkState {}

  /// Neither can be proved; a failure then counts as a failure.
  ///
  /// @param reason one sentence for a person
  record Unsure(Sentence reason) implements NetworkState {}
}
