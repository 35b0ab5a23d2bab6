package dev.upkeep.agent.desktop;

import dev.upkeep.database.Database;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a process that we start may see of our environment. Pure.
public final class ChildEnvironment {
  /// Hold secrets, or lead to them.
  private static final List<String> SECRETS =
      List.of(
          "UPSTASH_REDIS_URL",
          "UPSTASH_REDIS_REST_URL",
          "UPSTASH_REDIS_REST_TOKEN",
          "UPSTASH_EMAIL",
          "UPSTASH_API_KEY",
          "VALKEY_URL",
          "UPKEEP_PASSPHRASE",
          "UPKEEP_PASSPHRASE_FILE",
          "UPKEEP_WEBHOOK_URL",
          "UPKEEP_HEARTBEAT_URL");

  private static final String OURS = "UPKEEP_";

  /// Begins the names under which the files of `upkeep deploy` give secrets.
  private static final String DEPLOYED = "UPKEEP_SECRET_";

  /// Set by the packaged launcher for itself; with them its sibling does not find its own files.
  private static final List<String> LAUNCHERS = List.of("_JPACKAGE_LAUNCHER", "LD_LIBRARY_PATH");

  private static final String REFERENCE = "env:";

  private ChildEnvironment() {}

  /// The variables that hold the secrets of these databases.
  public static List<String> referenced(Collection<Database> databases) {
    return databases.stream()
        .flatMap(database -> database.secretReference().stream())
        .filter(reference -> reference.startsWith(REFERENCE))
        .map(reference -> reference.substring(REFERENCE.length()))
        .toList();
  }

  /// Whether a process that we start lacks something that an agent of ours was given.
  public static boolean losesSecrets(Map<String, String> environment) {
    return environment.keySet().stream()
        .map(name -> name.toUpperCase(Locale.ROOT))
        .anyMatch(name -> name.startsWith(OURS) && isSecret(name));
  }

  /// The environment without our secrets and without the launcher's variables.
  ///
  /// @param environment ours
  /// @param referenced more names that hold secrets: those that `env:NAME` references lead to.
  ///   Names are told apart without case, as Windows does; losing one too many does less harm
  static Map<String, String> of(Map<String, String> environment, Collection<String> referenced) {
    Set<String> withheld = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    withheld.addAll(SECRETS);
    withheld.addAll(LAUNCHERS);
    withheld.addAll(referenced);
    Map<String, String> child = new HashMap<>(environment);
    child
        .keySet()
        .removeIf(name -> withheld.contains(name) || isSecret(name.toUpperCase(Locale.ROOT)));
    return Map.copyOf(child);
  }

  private static boolean isSecret(String name) {
    return SECRETS.contains(name) || name.startsWith(DEPLOYED);
  }
}
