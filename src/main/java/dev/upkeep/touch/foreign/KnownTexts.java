package dev.upkeep.touch.foreign;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Words that servers and Java itself say in errors. A piece of a secret that is a piece of one of
/// them as well tells nobody anything, and hiding it would make the error unreadable.
final class KnownTexts {
  private static final String WORDS =
      """
      ERR WRONGPASS invalid missing auth token username-password pair user disabled Unauthorized
      NOAUTH Authentication required connection timed-out wrong given Please again NOPERM
      permissions 'set' command subcommand requests limit exceeded Limit: Usage: details
      https://upstash.com/docs/redis/troubleshooting/max_requests_limit
      https://docs.upstash.com/redis/troubleshooting/max_daily_request_limit daily request capacity
      quota concurrent connections refused number clients reached LOADING Redis loading dataset
      memory MASTERDOWN MASTER replica-serve-stale-data CLUSTERDOWN served NOREPLICAS Not enough
      replicas write TRYAGAIN Multiple during rehashing READONLY against replica allowed 'maxmemory'
      MISCONF configured snapshots, currently unable persist disk. WRONGTYPE Operation holding
      arguments access unknown beginning 'HELLO' 'default' <password> without password configured
      default configuration correct? Client DENIED running protected because enabled MOVED
      127.0.0.1 'maxmemory'. replica. required. exceeded. disabled. Protocol error: length something nobody before
      given. write. called script. SCRIPT SHUTDOWN NOSAVE. permitted upstream syntax Server
      certificate certification validation expired revoked signature algorithm trusted issuer
      building failed: provider sun.security exception handshake_failure certificate_unknown
      unrecognized received internal_error requested protocol_version Attempting authenticate
      """;

  private static final List<String> FOLDED =
      Arrays.stream(WORDS.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)).distinct().toList();

  private KnownTexts() {}

  /// Whether one of the words has this piece.
  ///
  /// @param piece in lower case
  static boolean have(String piece) {
    return FOLDED.stream().anyMatch(word -> word.contains(piece));
  }
}
