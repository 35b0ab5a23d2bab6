package dev.upkeep.database.paste;

/// What a person should know about a database that was found.
final class Remarks {
  static final String UPGRADED =
      "Upstash accepts only encrypted connections, so Upkeep uses rediss:// instead of redis://.";
  static final String FLY =
      "This database belongs to Fly.io and answers only inside its network. No desktop can reach"
          + " it.";
  static final String READ_ONLY =
      "These are read-only credentials, so Upkeep only reads. A read is weaker evidence of activity"
          + " than a write.";
  static final String REST_TOO =
      "The text has the REST URL of this database too. Upkeep uses the Redis URL.";
  static final String OTHER_SECRET =
      "The text has different passwords or tokens for this host. Upkeep uses the first.";

  static final String CERTIFICATE =
      "The text names a certificate. Give Upkeep the file of the authority with --ca-file.";
  static final String ODD =
      "The password looks like a placeholder. If the test fails, copy the real one.";

  private Remarks() {}
}
