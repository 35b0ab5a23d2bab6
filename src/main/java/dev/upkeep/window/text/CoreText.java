package dev.upkeep.window.text;

/// What several pages of the window say of the core: why it cannot be asked, and what a touch
/// proved.
public enum CoreText implements Text {
  // Why the agent cannot be asked.
  NO_ANSWER,
  OTHER_VERSION,
  // What a touch proved.
  EVIDENCE_WRITE,
  EVIDENCE_READ,
  EVIDENCE_KEY_MISSING,
  EVIDENCE_PING,
  ALSO_KEPT
}
