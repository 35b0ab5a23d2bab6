package dev.upkeep.secret;

/// One conversation with the system's keychain, as far as Upkeep needs one. Anything may be thrown:
/// [KeychainErrors] judges it.
interface Keychain extends AutoCloseable {
  String get(String service, String account) throws Exception;

  void set(String service, String account, String text) throws Exception;

  void delete(String service, String account) throws Exception;

  @Override
  void close();

  /// Begins a conversation.
  @FunctionalInterface
  interface Opener {
    Keychain open() throws Exception;
  }
}
