package dev.upkeep.touch;

/// What a successful touch has proved. No provider says what counts as activity, so Upkeep says
/// what it saw and no more.
public enum Evidence {
  /// Our key was written and read back: the strongest there is.
  WRITE(true),
  /// Our key was read and exists: real data traffic, but weaker than a write.
  READ(true),
  /// Our key was asked for and is not there; a provider may not count that.
  KEY_MISSING(false),
  /// PONG alone, which Upstash documents as not metered.
  PING(false);

  private final boolean movesMargin;

  Evidence(boolean movesMargin) {
    this.movesMargin = movesMargin;
  }

  /// Whether a touch with this evidence begins the provider's window anew.
  public boolean movesMargin() {
    return movesMargin;
  }
}
