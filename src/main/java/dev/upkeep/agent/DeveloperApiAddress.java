package dev.upkeep.agent;

import dev.upkeep.http.WebAddress;
import dev.upkeep.language.Sentence;
import dev.upkeep.upstash.DeveloperApi;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// Where the Developer API is: where Upstash has it. Only tests have another, by a variable that
/// can send a key nowhere but to this computer itself.
public final class DeveloperApiAddress {
  public static final String VARIABLE = "UPKEEP_UPSTASH_API";

  private DeveloperApiAddress() {}

  /// The address.
  ///
  /// @throws SetupException if the variable leads to another computer
  public static URI of(Map<String, String> environment) throws SetupException {
    String text = environment.getOrDefault(VARIABLE, "").strip();
    if (text.isEmpty()) {
      return DeveloperApi.ADDRESS;
    }
    // Of the addresses that may be visited, those without TLS are all on this computer.
    if (!text.startsWith("http://")) {
      throw notHere();
    }
    try {
      return WebAddress.parse(text);
    } catch (IllegalArgumentException elsewhere) {
      throw notHere();
    }
  }

  private static SetupException notHere() {
    return new SetupException(
        List.of(
            Sentence.verbatim(
                VARIABLE
                    + " is for tests: http:// and an address of this computer, or nothing at all.")));
  }
}
