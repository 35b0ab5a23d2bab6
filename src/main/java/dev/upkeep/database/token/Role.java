package dev.upkeep.database.token;

/// What a variable holds, by the last telling word of its name.
public enum Role {
  URL,
  TOKEN,
  READ_ONLY_TOKEN,
  HOST,
  PORT,
  USER,
  PASSWORD,
  TLS,
  INDEX,
  NONE;

  static Role ofWord(String upperCaseWord) {
    return switch (upperCaseWord) {
      case "URL", "URI", "DSN", "CONNECTION", "CONNECTIONSTRING" -> URL;
      case "TOKEN", "AUTHORIZATION", "BEARER" -> TOKEN;
      case "HOST", "HOSTNAME", "ENDPOINT", "ADDR", "ADDRESS", "SERVER" -> HOST;
      case "PORT" -> PORT;
      case "USER", "USERNAME" -> USER;
      case "PASSWORD", "PASS", "PASSWD", "PWD", "PW", "AUTH" -> PASSWORD;
      case "TLS", "SSL" -> TLS;
      case "DB", "DATABASE", "INDEX" -> INDEX;
      default -> NONE;
    };
  }
}
