package dev.upkeep.testing;

import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.Integration;
import dev.upkeep.control.IntegrationCheck;
import dev.upkeep.control.IntegrationStatus;
import dev.upkeep.database.Secret;
import dev.upkeep.language.Sentence;
import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Webhook and heartbeat as a fake agent keeps them, whose addresses a test may see.
public final class FakeIntegrations {
  /// The addresses that are set.
  public final Map<Integration, Secret> urls = Collections.synchronizedMap(new HashMap<>());

  private final Map<Integration, String> problems = Collections.synchronizedMap(new HashMap<>());
  private volatile IntegrationCheck result =
      new IntegrationCheck(
          Integration.WEBHOOK,
          true,
          Optional.of(204),
          "hooks.example.com",
          Optional.empty(),
          Optional.empty());

  /// What comes back of a test from now on.
  public void answering(IntegrationCheck newResult) {
    result = newResult;
  }

  /// Its last delivery failed.
  ///
  /// @param problem a sentence
  public void failing(Integration outlet, String problem) {
    problems.put(outlet, problem);
  }

  public List<IntegrationStatus> all() {
    return Integration.values().stream().map(this::status).toList();
  }

  public IntegrationStatus change(Integration outlet, Optional<Secret> url) {
    url.ifPresentOrElse(text -> urls.put(outlet, text), () -> urls.remove(outlet));
    return status(outlet);
  }

  public IntegrationCheck test(Integration outlet) throws Refused {
    if (!urls.containsKey(outlet)) {
      throw Refused.verbatim(Refused.Reason.INVALID, List.of("None is set."));
    }
    return result;
  }

  private IntegrationStatus status(Integration outlet) {
    Optional<String> url = Optional.ofNullable(urls.get(outlet)).map(Secret::reveal);
    return new IntegrationStatus(
        outlet,
        url.isPresent() ? IntegrationStatus.State.SET : IntegrationStatus.State.NOT_SET,
        url.map(text -> URI.create(text).getHost()),
        false,
        Optional.ofNullable(problems.get(outlet)).map(Sentence::verbatim));
  }
}
