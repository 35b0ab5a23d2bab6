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
  /// Whether the connection is encrypted, or how.
  TLS,
  /// `tls`, `rediss`, `tcp`: the first part of an address.
  SCHEME,
  /// A certificate, a key or an authority.
  CERTIFICATE,
  INDEX,
  /// That the password or token is somewhere else: in a file, in a vault.
  ELSEWHERE,
  NONE;

  public static Role ofWord(String upperCaseWord) {
    return switch (upperCaseWord) {
      case "URL", "URLS", "URI", "URIS", "DSN", "CONNECTION", "CONNECTIONSTRING", "CONNSTR" -> URL;
      case "TOKEN", "AUTHORIZATION", "BEARER" -> TOKEN;
      case "HOST",
          "HOSTS",
          "HOSTNAME",
          "HOSTNAMES",
          "ENDPOINT",
          "ENDPOINTS",
          "ADDR",
          "ADDRS",
          "ADDRESS",
          "ADDRESSES",
          "SERVER",
          "SERVERS",
          "NODES",
          "LOCATION",
          "IP" ->
          HOST;
      case "PORT" -> PORT;
      case "USER", "USERNAME", "LOGIN" -> USER;
      case "PASSWORD",
          "PASS",
          "PASSWD",
          "PASSPHRASE",
          "PWD",
          "PW",
          "AUTH",
          "AUTHENTICATION",
          "CREDENTIALS",
          "SECRET",
          "REQUIREPASS",
          "MASTERAUTH" ->
          PASSWORD;
      case "TLS", "SSL", "MTLS", "SSLMODE", "TLSMODE", "STARTTLS", "ENCRYPTION", "ENCRYPTED" -> TLS;
      case "SCHEME", "PROTO", "PROTOCOL" -> SCHEME;
      case "CERT",
          "CERTS",
          "CERTIFICATE",
          "CERTIFICATES",
          "CA",
          "CACERT",
          "CACERTS",
          "CAFILE",
          "CERTFILE",
          "KEYFILE",
          "TRUSTSTORE",
          "KEYSTORE",
          "SNI",
          "SERVERNAME" ->
          CERTIFICATE;
      case "DB", "DBS", "DATABASE", "INDEX", "DBINDEX", "DBNUMBER", "DBNUM", "DBID" -> INDEX;
      default -> NONE;
    };
  }
}
