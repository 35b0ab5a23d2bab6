package dev.upkeep.desktop;

/// Tells when this computer wakes up. A system that does not tell is normal: the schedule notices a
/// gap by itself within half a minute.
public interface PowerEvents extends AutoCloseable {
  /// Begins to listen. Returns at once; never throws because of what the system does.
  ///
  /// @param resumed run after each sleep, on a thread of our own; it must return quickly
  void start(Runnable resumed);

  @Override
  void close();
}
