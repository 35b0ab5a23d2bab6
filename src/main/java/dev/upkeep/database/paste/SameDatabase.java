package dev.upkeep.database.paste;

import dev.upkeep.database.Endpoint;
import dev.upkeep.database.TouchMode;
import dev.upkeep.database.paste.ConnectionText.Found;
import dev.upkeep.database.token.Hosting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Settles what is found several times in one text.
final class SameDatabase {
  private SameDatabase() {}

  /// Each database once, where it appeared first. One that may write is preferred to one that may
  /// only read, and the Redis protocol to REST where a host is one database's.
  static List<Found> once(List<Found> found) {
    Map<String, Found> byAddress = new LinkedHashMap<>();
    found.forEach(one -> byAddress.merge(address(one), one, SameDatabase::better));
    Set<String> redisHosts =
        byAddress.values().stream()
            .filter(one -> one.endpoint() instanceof Endpoint.Redis)
            .map(SameDatabase::host)
            // Elsewhere one host may well run a Redis and a REST proxy for another.
            .filter(Hosting::isKnown)
            .collect(Collectors.toSet());
    Map<String, Found> restByHost = new LinkedHashMap<>();
    List<Found> databases = new ArrayList<>();
    for (Found one : byAddress.values()) {
      if (one.endpoint() instanceof Endpoint.Rest && redisHosts.contains(host(one))) {
        restByHost.put(host(one), one);
      } else {
        databases.add(one);
      }
    }
    databases.replaceAll(
        one -> restByHost.containsKey(host(one)) ? one.withRemark(Remarks.REST_TOO) : one);
    return databases;
  }

  private static String address(Found one) {
    String protocol = one.endpoint() instanceof Endpoint.Redis ? "redis " : "rest ";
    return protocol + one.endpoint().hostAndPort().toLowerCase(Locale.ROOT);
  }

  private static String host(Found one) {
    return one.endpoint().host().toLowerCase(Locale.ROOT);
  }

  /// Of the same secret: whether one is encrypted or names its user where the other does not.
  private static boolean saysMore(Found one, Found other) {
    return one.endpoint() instanceof Endpoint.Redis more
        && other.endpoint() instanceof Endpoint.Redis less
        && (!less.tls() || more.tls())
        && (less.user().isEmpty() || less.user().equals(more.user()))
        && !more.equals(less);
  }

  private static Found better(Found first, Found second) {
    boolean secondIsBetter =
        (first.secret().isEmpty() && second.secret().isPresent())
            || (first.mode() == TouchMode.READ && second.mode() == TouchMode.WRITE)
            || (first.secret().equals(second.secret()) && saysMore(second, first));
    if (secondIsBetter) {
      return second;
    }
    boolean differ =
        first.mode() == second.mode()
            && second.secret().isPresent()
            && !first.secret().equals(second.secret());
    return differ ? first.withRemark(Remarks.OTHER_SECRET) : first;
  }
}
