package dev.upkeep.agent;

import dev.upkeep.http.WebAddress;
import dev.upkeep.language.Sentence;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the Developer API is: where Upstash has it. Only tests have another, by a variable that
/// can send a key nowhere but to this computer itself.
public final class DeveloperApiAddress {
  public static final String VARIABLE = "UPKEEP_UPSTASH_API";

  /// The same for the list of Upkeep's releases.
  static final String RELEASES = "UPKEEP_RELEASES_API";

  private DeveloperApiAddress() {}

  /// Where a test has it; empty otherwise.
  ///
  /// @throws SetupException if the variable leads to another computer
  public static Optional<URI> of(Map<String, String> environment) throws SetupException {
    return here(environment, VARIABLE);
  }

  /// Where a test lists releases of Upkeep; empty otherwise.
  ///
  /// @throws SetupException if the variable leads to another computer
  static Optional<URI> releases(Map<String, String> environment) throws SetupException {
    return here(environment, RELEASES);
  }

  private static Optional<URI> here(Map<String, String> environment, String variable)
      throws SetupException {
    String text = environment.getOrDefault(variable, "").strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    // Of the addresses that may be visited, those without TLS are all on this computer.
    if (!text.startsWith("http://")) {
      throw notHere(variable);
    }
    try {
      return Optional.of(WebAddress.parse(text));
    } catch (IllegalArgumentException elsewhere) {
      throw notHere(variable);
    }
  }

  private static SetupException notHere(String variable) {
    return new SetupException(
        List.of(
            Sentence.verbatim(
                variable
                    + " is for tests: http:// and an address of this computer, or nothing at all.")));
  }
}
