package dev.upkeep.database.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The words that names are made of, by what they tell.
final class NameWords {
  /// Words that tell no two databases apart.
  static final Set<String> QUALIFIERS =
      Set.of(
          "READ",
          "ONLY",
          "READONLY",
          "RO",
          "ENABLED",
          "ENABLE",
          "USE",
          "TCP",
          "HTTP",
          "HTTPS",
          "SET",
          "WITH",
          "DIAL",
          "GET",
          "IS",
          "INIT",
          "INITIAL",
          "NAME",
          "NUMBER",
          "NO",
          "MODE",
          "VALUE",
          "DEFAULT",
          "SELECTED",
          "CLIENT",
          "CONFIG",
          "OPTIONS",
          "OPTS",
          "OPT",
          "REQUIRED",
          "REQUIRE",
          "ACTIVE",
          "TRANSIT",
          "FROM",
          "LITERAL",
          "NEW",
          "NODE",
          "ACL",
          "ADD");

  static final Set<String> GENERIC =
      Set.of(
          "CONNECTIONS",
          "CONN",
          "CONFIGURATION",
          "DATA",
          "STRINGDATA",
          "STRING",
          "ENV",
          "ENVIRONMENT",
          "VARIABLES",
          "VARS",
          "SETTINGS",
          "CACHE",
          "CACHES",
          "PRODUCTION",
          "DEVELOPMENT",
          "STAGING",
          "SPEC",
          "PARAMS",
          "PROPERTIES",
          "VALUES",
          "DATABASES",
          "CFG",
          "STORE",
          "PRIMARY",
          "MAIN",
          "GLOBAL",
          "EXTERNAL",
          "COMMON",
          "BASE",
          "SOURCE",
          "INSTANCE");

  static final Set<String> READ_ONLY = Set.of("READ", "READONLY", "RO");

  static final Set<String> OTHER_PRODUCTS =
      Set.of("VECTOR", "SEARCH", "QSTASH", "KAFKA", "WORKFLOW", "BOX");

  static final Set<String> OTHER_SERVICES =
      Set.of(
          "POSTGRES",
          "POSTGRESQL",
          "PG",
          "PSQL",
          "MYSQL",
          "MARIADB",
          "MONGO",
          "MONGODB",
          "SMTP",
          "MAIL",
          "MAILER",
          "EMAIL",
          "IMAP",
          "RABBITMQ",
          "AMQP",
          "MEMCACHED",
          "MEMCACHE",
          "ELASTICSEARCH",
          "OPENSEARCH",
          "LDAP",
          "MINIO",
          "FTP",
          "SFTP",
          "SSH",
          "MSSQL",
          "SQLSERVER",
          "ORACLE",
          "CLICKHOUSE",
          "NATS",
          "INFLUX",
          "INFLUXDB",
          "CASSANDRA",
          "MQTT",
          "NEO4J",
          "SENTRY",
          "STRIPE",
          "GITHUB",
          "S3",
          "AWS",
          "GOOGLE",
          "SLACK",
          "COUCHDB",
          "ETCD",
          "CONSUL",
          "VAULT",
          "SENDGRID",
          "MAILGUN",
          "TWILIO",
          "JWT",
          "DOCKER",
          "PROXY",
          "SQL",
          "JDBC");

  static final Set<String> NOISE =
      Set.of("REST", "REDIS", "REDISCLI", "KV", "UPSTASH", "VALKEY", "AUTH");

  /// Last words that make a size or a time of what comes before.
  static final Set<String> MEASURES =
      Set.of(
          "TIMEOUT",
          "TTL",
          "RETRY",
          "RETRIES",
          "INTERVAL",
          "DELAY",
          "SIZE",
          "MAX",
          "MIN",
          "LIMIT",
          "COUNT",
          "POOL",
          "PREFIX",
          "SECONDS",
          "MS",
          "MILLIS",
          "LENGTH",
          "KEEPALIVE",
          "FAMILY",
          "ATTEMPTS",
          "STRATEGY",
          "BACKOFF",
          "DRIVER",
          "STORE",
          "TYPE",
          "CLASS",
          "LOGGING",
          "EVENTS",
          "CHECK",
          "POLICY",
          "THREADS",
          "TEMPLATE",
          "FORMAT",
          "LABEL",
          "ALIAS",
          "DESCRIPTION",
          "REGION",
          "MAXMEMORY",
          "CALLBACK",
          "RESOLVER",
          "MAP",
          "NAT",
          "COMMAND",
          "COMMANDS",
          "QUEUE",
          "KEEP",
          "ALIVE",
          "HASH");

  /// Last words that say where the secret is to be found.
  static final Set<String> PLACES =
      Set.of("FILE", "PATH", "SECRET", "KEY", "REF", "ARN", "PARAMETER", "PROVIDER", "HELPER");

  static final Set<String> FLAGS =
      Set.of("ENABLED", "ENABLE", "REQUIRED", "REQUIRE", "USE", "ACTIVE", "SKIP", "EXISTS");

  static final Set<String> NEGATIONS = Set.of("NO", "NOT", "WITHOUT", "DISABLE", "DISABLED");

  private NameWords() {}

  static boolean anyOf(List<String> words, Set<String> set) {
    for (String word : words) {
      if (set.contains(word)) {
        return true;
      }
    }
    return false;
  }

  static boolean isTelling(String word) {
    return word.contains("REDIS")
        || word.contains("UPSTASH")
        || word.contains("VALKEY")
        || word.contains("JEDIS")
        || word.contains("RUEIDIS")
        || word.contains("LETTUCE")
        || word.equals("REDIX")
        || word.equals("GLIDE")
        || word.equals("KEYDB")
        || word.equals("DRAGONFLY")
        || word.equals("ELASTICACHE")
        || word.equals("BULLMQ")
        || word.equals("SIDEKIQ")
        || word.equals("KV");
  }

  /// Upper-case words of `FOO_BAR`, `foo.bar`, `fooBar`, `TLSConfig` and `REDISHOST`.
  static List<String> of(String name) {
    String text = name.replace("EndPoint", "Endpoint");
    if (text.startsWith("tLS")) {
      text = "tls" + text.substring(3); // as Swift programs write TLSMode
    }
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !Character.isLetterOrDigit(text.charAt(i))) {
        add(words, text.substring(start, i));
        start = i + 1;
      } else if (i > start && startsWord(text, i)) {
        add(words, text.substring(start, i));
        start = i;
      }
    }
    return words;
  }

  private static boolean startsWord(String text, int i) {
    return Character.isUpperCase(text.charAt(i))
        && (Character.isLowerCase(text.charAt(i - 1))
            || (i + 1 < text.length()
                && Character.isLowerCase(text.charAt(i + 1))
                && Character.isUpperCase(text.charAt(i - 1))));
  }

  private static void add(List<String> words, String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    for (String brand : List.of("REDIS", "VALKEY")) {
      if (upper.length() > brand.length()
          && upper.startsWith(brand)
          && Role.ofWord(upper.substring(brand.length())) != Role.NONE) {
        words.add(brand);
        words.add(upper.substring(brand.length()));
        return;
      }
    }
    for (String secured : List.of("USETLS", "USESSL", "ENABLETLS", "ENABLESSL")) {
      if (upper.equals(secured)) {
        words.add(upper.substring(upper.length() - 3));
        return;
      }
    }
    if (!upper.isEmpty()) {
      words.add(upper);
    }
  }
}
