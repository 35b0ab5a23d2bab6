package dev.upkeep.database.paste;

import dev.upkeep.database.DatabaseName;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import dev.upkeep.database.TouchMode;
import dev.upkeep.database.paste.Address.Encryption;
import dev.upkeep.database.paste.ConnectionText.Found;
import dev.upkeep.database.paste.ConnectionText.Problem;
import dev.upkeep.database.paste.ConnectionText.Reading;
import dev.upkeep.database.token.Disguise;
import dev.upkeep.database.token.Hosting;
import dev.upkeep.database.token.VariableName;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Collects what the readers find, applies the providers' rules to it, and settles what is said
/// twice.
final class Findings {
  private static final String READ_ONLY_USER = "default_ro";

  /// @param host whose database it is about; empty if none
  /// @param aside of interest only while nothing is found
  private record Trouble(Problem problem, String host, boolean aside) {}

  private final List<FoundAt> found = new ArrayList<>();
  private final List<Trouble> troubles = new ArrayList<>();

  boolean isEmpty() {
    return found.isEmpty() && troubles.isEmpty();
  }

  void problem(Problem problem) {
    troubles.add(new Trouble(problem, "", false));
  }

  /// A problem that does not matter if the host's database is found elsewhere in the text.
  void problem(Problem problem, String host) {
    troubles.add(new Trouble(problem, host.toLowerCase(Locale.ROOT), false));
  }

  /// A problem that does not matter if anything is found.
  void aside(Problem problem) {
    troubles.add(new Trouble(problem, "", true));
  }

  void redis(int position, Address address, VariableName name) {
    String host = address.host();
    boolean hosted = Hosting.isRedis(host);
    Optional<Problem> problem =
        address
            .password()
            .flatMap(password -> disguised(password, hosted))
            .or(() -> address.user().flatMap(user -> disguised(user, hosted)))
            .or(() -> badUser(address.user()));
    if (problem.isPresent()) {
      problem(problem.get(), host);
      return;
    }
    if (hosted && address.password().isEmpty()) {
      problem(PasteProblems.passwordMissing(host), host);
      return;
    }
    List<String> remarks = new ArrayList<>();
    boolean tls = encrypted(address, remarks);
    boolean readOnly = address.user().filter(READ_ONLY_USER::equals).isPresent();
    if (readOnly) {
      remarks.add(Remarks.READ_ONLY);
    }
    Endpoint endpoint = new Endpoint.Redis(host, address.port(), address.user(), tls);
    add(position, endpoint, address.password(), readOnly, name, remarks);
  }

  void rest(int position, URI base, String token, boolean readOnly, VariableName name) {
    Endpoint endpoint = new Endpoint.Rest(base);
    Optional<Problem> problem =
        disguised(token, true)
            .or(() -> isSendable(token) ? Optional.empty() : Optional.of(PasteProblems.BAD_TOKEN));
    if (problem.isPresent()) {
      problem(problem.get(), endpoint.host());
      return;
    }
    List<String> remarks = readOnly ? List.of(Remarks.READ_ONLY) : List.of();
    add(position, endpoint, Optional.of(token), readOnly, name, remarks);
  }

  private void add(
      int position,
      Endpoint endpoint,
      Optional<String> secret,
      boolean readOnly,
      VariableName name,
      List<String> remarks) {
    TouchMode mode = readOnly ? TouchMode.READ : TouchMode.WRITE;
    Found one = new Found(endpoint, secret.map(Secret::of), mode, name.source(), remarks);
    found.add(new FoundAt(position, one));
  }

  private static Optional<Problem> disguised(String text, boolean hosted) {
    return switch (Disguise.of(text, hosted)) {
      case NONE -> Optional.empty();
      case MASK -> Optional.of(PasteProblems.MASKED);
      case PLACEHOLDER -> Optional.of(PasteProblems.PLACEHOLDER);
    };
  }

  private static Optional<Problem> badUser(Optional<String> user) {
    return user.filter(name -> DatabaseName.problem(name).isPresent())
        .map(_ -> PasteProblems.BAD_USER);
  }

  /// An HTTP header takes visible ASCII only.
  private static boolean isSendable(String token) {
    return token.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  private static boolean encrypted(Address address, List<String> remarks) {
    if (Hosting.isFly(address.host())) {
      remarks.add(Remarks.FLY);
      return address.encryption() == Encryption.ON;
    }
    if (Hosting.isKnown(address.host())) {
      if (address.encryption() == Encryption.OFF) {
        remarks.add(Remarks.UPGRADED);
      }
      return true;
    }
    return address.encryption() == Encryption.ON;
  }

  /// Everything found, each database once; never empty altogether.
  Reading reading() {
    found.sort((one, other) -> Integer.compare(one.position(), other.position()));
    List<Found> databases = SameDatabase.once(found.stream().map(FoundAt::found).toList());
    Set<String> hosts = new HashSet<>();
    databases.forEach(one -> hosts.add(one.endpoint().host().toLowerCase(Locale.ROOT)));
    List<Problem> problems =
        troubles.stream()
            .filter(trouble -> !hosts.contains(trouble.host()))
            .filter(trouble -> !trouble.aside() || databases.isEmpty())
            .map(Trouble::problem)
            .distinct()
            .toList();
    boolean nothing = databases.isEmpty() && problems.isEmpty();
    return new Reading(databases, nothing ? List.of(PasteProblems.NOTHING_FOUND) : problems);
  }

  private record FoundAt(int position, Found found) {}
}
