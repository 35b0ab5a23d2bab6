package dev.upkeep.desktop;

/// Tells when this computer may be online again. A system that does not tell is normal: the agent
/// also looks by itself while it believes to be offline.
public interface NetworkEvents extends AutoCloseable {
  /// Begins to listen. Returns at once; never throws because of what the system does.
  ///
  /// @param connected run whenever a network came up, on a thread of our own; it must return
  ///   quickly
  void start(Runnable connected);

  @Override
  void close();
}
