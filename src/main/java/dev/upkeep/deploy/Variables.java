package dev.upkeep.deploy;

import dev.upkeep.database.Database;
import dev.upkeep.database.DatabaseName;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.CRC32;

/// Which variable holds the secret of which database.
final class Variables {
  private static final String PREFIX = "UPKEEP_SECRET_";
  private static final String REFERENCE = "env:";
  private static final int LONGEST = 40;

  private final Map<UUID, String> names = new LinkedHashMap<>();

  /// Names them after the databases, or as their references do already.
  Variables(List<DeployedDatabase> databases) {
    Set<String> taken = new HashSet<>();
    databases.forEach(kept -> own(kept.database()).ifPresent(taken::add));
    for (DeployedDatabase kept : databases) {
      Database database = kept.database();
      if (!database.secretReference().equals(Optional.of(Database.NO_SECRET))) {
        names.put(database.id(), own(database).orElseGet(() -> free(database.name(), taken)));
      }
    }
  }

  /// The variable of a database; empty for one that asks for no password.
  Optional<String> of(Database database) {
    return Optional.ofNullable(names.get(database.id()));
  }

  /// GitHub has the prefix GITHUB_ for itself.
  private static Optional<String> own(Database database) {
    return database
        .secretReference()
        .filter(reference -> reference.startsWith(REFERENCE))
        .map(reference -> reference.substring(REFERENCE.length()))
        .filter(name -> !name.toUpperCase(Locale.ROOT).startsWith("GITHUB_"));
  }

  private static String free(String name, Set<String> taken) {
    String wish = PREFIX + slug(name);
    String found = wish;
    for (int number = 2; !taken.add(found); number++) {
      found = wish + "_" + number;
    }
    return found;
  }

  /// The letters and digits of the name, or where it has few a number that it always gives.
  private static String slug(String name) {
    String upper = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    String slug = upper.replaceAll("^_|_$", "");
    boolean telling = slug.length() * 2 >= name.length() || slug.length() > 2;
    return telling && !slug.isEmpty()
        ? slug.substring(0, Math.min(slug.length(), LONGEST))
        : number(name);
  }

  private static String number(String name) {
    CRC32 crc = new CRC32();
    crc.update(DatabaseName.folded(name).getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%08X", crc.getValue());
  }
}
