package dev.upkeep.database.paste;

import dev.upkeep.database.DatabaseName;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import dev.upkeep.database.TouchMode;
import dev.upkeep.database.paste.Address.Encryption;
import dev.upkeep.database.paste.ConnectionText.Found;
import dev.upkeep.database.paste.ConnectionText.Kind;
import dev.upkeep.database.paste.ConnectionText.Problem;
import dev.upkeep.database.paste.ConnectionText.Reading;
import dev.upkeep.database.paste.ConnectionText.Tls;
import dev.upkeep.database.paste.ConnectionText.Wishes;
import dev.upkeep.database.token.Disguise;
import dev.upkeep.database.token.Hosting;
import dev.upkeep.database.token.VariableName;
import dev.upkeep.language.Sentence;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Collects what the readers find, applies the providers' rules and a person's wishes to it, and
/// settles what is said twice.
final class Findings {
  private static final String READ_ONLY_USER = "default_ro";

  /// @param host whose database it is about, or its host and port; empty if none
  /// @param aside of interest only while nothing is found
  private record Trouble(Problem problem, String host, boolean aside) {}

  /// A Redis server with everything that the text says about it.
  ///
  /// @param name what the text calls it
  record Server(
      String host,
      int port,
      Optional<String> user,
      Optional<String> password,
      Encryption encryption,
      List<Sentence> remarks,
      Optional<String> name) {
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  private final Wishes wishes;
  private final List<FoundAt> found = new ArrayList<>();
  private final List<Trouble> troubles = new ArrayList<>();
  private boolean spoilt;

  Findings(Wishes wishes) {
    this.wishes = wishes;
  }

  boolean isEmpty() {
    return found.isEmpty() && troubles.isEmpty();
  }

  boolean hasRedisWithoutSecret() {
    return found.stream()
        .map(FoundAt::found)
        .anyMatch(one -> one.endpoint() instanceof Endpoint.Redis && one.secret().isEmpty());
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

  /// A problem that concerns everything in the text: nothing is taken from it.
  void spoil(Problem problem) {
    spoilt = true;
    problem(problem);
  }

  void redis(int position, Server server, VariableName name) {
    String host = server.host();
    boolean hosted = Hosting.isRedis(host);
    Optional<Problem> problem =
        server
            .password()
            .flatMap(password -> disguised(password, hosted))
            .or(() -> server.user().flatMap(user -> disguised(user, hosted)))
            .or(() -> badUser(server.user()));
    if (problem.isPresent()) {
      problem(problem.get(), host);
      return;
    }
    if (hosted && server.password().isEmpty()) {
      problem(PasteProblems.passwordMissing(host), host);
      return;
    }
    List<Sentence> remarks = new ArrayList<>(server.remarks());
    Encryption said = encryption(server, remarks);
    if (wishes.tls().isPresent()) {
      boolean wish = wishes.tls().get();
      if (!wish && said == Encryption.ON) {
        problem(PasteProblems.tlsRefused(host), host);
        return;
      }
      said = wish ? Encryption.ON : Encryption.OFF;
    }
    boolean readOnly =
        Hosting.isKnown(host) && server.user().filter(READ_ONLY_USER::equals).isPresent();
    if (readOnly) {
      remarks.add(Remarks.READ_ONLY);
    }
    if (!wishes.asIs() && server.password().filter(Disguise::isOdd).isPresent()) {
      remarks.add(Remarks.ODD);
    }
    boolean tls = said == Encryption.ON || said == Encryption.OPEN;
    Endpoint endpoint = new Endpoint.Redis(host, server.port(), server.user(), tls);
    Tls certain =
        switch (said) {
          case ON, OFF -> Tls.SAID;
          case UNSAID -> Tls.SILENT;
          case OPEN -> Tls.OPEN;
        };
    add(position, endpoint, server.password(), readOnly, name, remarks, certain, server.name());
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
    List<Sentence> remarks = readOnly ? List.of(Remarks.READ_ONLY) : List.of();
    add(
        position,
        endpoint,
        Optional.of(token),
        readOnly,
        name,
        remarks,
        Tls.SAID,
        Optional.empty());
  }

  private void add(
      int position,
      Endpoint endpoint,
      Optional<String> secret,
      boolean readOnly,
      VariableName source,
      List<Sentence> remarks,
      Tls tls,
      Optional<String> name) {
    TouchMode mode = readOnly ? TouchMode.READ : TouchMode.WRITE;
    Found one =
        new Found(endpoint, secret.map(Secret::of), mode, source.source(), remarks, tls, name);
    found.add(new FoundAt(position, one));
  }

  private Optional<Problem> disguised(String text, boolean hosted) {
    if (wishes.asIs()) {
      return Optional.empty();
    }
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

  private static Encryption encryption(Server server, List<Sentence> remarks) {
    if (Hosting.isFly(server.host())) {
      remarks.add(Remarks.FLY);
      return server.encryption() == Encryption.UNSAID ? Encryption.OFF : server.encryption();
    }
    if (Hosting.isKnown(server.host())) {
      if (server.encryption() == Encryption.OFF) {
        remarks.add(Remarks.UPGRADED);
      }
      return Encryption.ON;
    }
    return server.encryption();
  }

  /// Everything found, each database once; never empty altogether.
  Reading reading() {
    if (spoilt) {
      List<Problem> problems =
          troubles.stream()
              .filter(trouble -> !trouble.aside())
              .map(Trouble::problem)
              .distinct()
              .toList();
      return new Reading(List.of(), problems);
    }
    found.sort((one, other) -> Integer.compare(one.position(), other.position()));
    List<Found> databases = SameDatabase.once(found.stream().map(FoundAt::found).toList());
    Set<String> hosts = new HashSet<>();
    for (Found one : databases) {
      hosts.add(one.endpoint().host().toLowerCase(Locale.ROOT));
      hosts.add(one.endpoint().host().toLowerCase(Locale.ROOT) + ":" + one.endpoint().port());
    }
    List<Problem> problems =
        troubles.stream()
            .filter(trouble -> !hosts.contains(trouble.host()) || isStrict(trouble.problem()))
            .filter(trouble -> !trouble.aside() || databases.isEmpty())
            .map(Trouble::problem)
            .distinct()
            .toList();
    boolean nothing = databases.isEmpty() && problems.isEmpty();
    return new Reading(databases, nothing ? List.of(PasteProblems.NOTHING_FOUND) : problems);
  }

  /// Whether it matters although the host's database is found elsewhere in the text.
  private static boolean isStrict(Problem problem) {
    return problem.kind() == Kind.UNPLACED || problem.kind() == Kind.UNCLEAR;
  }

  private record FoundAt(int position, Found found) {}
}
