package dev.upkeep.window.text;

/// What Upkeep's core says in English alone: why a touch failed and what to do about it, why the
/// agent refuses something, and what is wrong with a pasted text. An English window has the core's
/// own words, which are more exact; these are for the other languages, and the English file is what
/// they are translated from.
public enum CoreText implements Text {
  // Why the agent does not do it.
  NOT_VALID,
  NOT_FOUND,
  CONFLICT,
  TEST_FAILED,
  OFFLINE,
  SECRET_STORE,
  NOT_WRITABLE,
  SERVICE,
  SYSTEM,
  // What is wrong with a pasted text.
  NOTHING_FOUND,
  URL_WITHOUT_TOKEN,
  TOKEN_WITHOUT_URL,
  AMBIGUOUS,
  PASSWORD_MISSING,
  HOST_MISSING,
  SCHEME_MISSING,
  MASKED,
  PLACEHOLDER,
  BAD_ADDRESS,
  BAD_PORT,
  BAD_TOKEN,
  UNENCRYPTED_REST,
  UNSUPPORTED,
  UNPLACED,
  UNCLEAR,
  TLS_OPEN,
  TOO_LONG,
  // Where secrets are kept; in English, the words of the core that they are known by.
  STORE_KEYRING,
  STORE_KEEPASSXC,
  STORE_KWALLET,
  STORE_WINDOWS,
  STORE_MAC,
  STORE_ENVIRONMENT,
  STORE_FILE,
  STORE_OTHER,
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
