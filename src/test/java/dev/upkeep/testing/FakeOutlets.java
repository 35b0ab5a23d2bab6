package dev.upkeep.testing;

import dev.upkeep.control.AgentException.Refused;
import dev.upkeep.control.Outlet;
import dev.upkeep.control.OutletStatus;
import dev.upkeep.control.OutletTest;
import dev.upkeep.database.Secret;
import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Webhook and heartbeat as a fake agent keeps them, whose addresses a test may see.
public final class FakeOutlets {
  /// The addresses that are set.
  public final Map<Outlet, Secret> urls = Collections.synchronizedMap(new EnumMap<>(Outlet.class));

  private final Map<Outlet, String> problems =
      Collections.synchronizedMap(new EnumMap<>(Outlet.class));
  private volatile OutletTest result =
      new OutletTest(Outlet.WEBHOOK, true, Optional.of(204), "hooks.example.com", Optional.empty());

  /// What comes back of a test from now on.
  public void answering(OutletTest newResult) {
    result = newResult;
  }

  /// Its last delivery failed.
  ///
  /// @param problem a sentence
  public void failing(Outlet outlet, String problem) {
    problems.put(outlet, problem);
  }

  public List<OutletStatus> all() {
    return Arrays.stream(Outlet.values()).map(this::status).toList();
  }

  public OutletStatus change(Outlet outlet, Optional<Secret> url) {
    url.ifPresentOrElse(text -> urls.put(outlet, text), () -> urls.remove(outlet));
    return status(outlet);
  }

  public OutletTest test(Outlet outlet) throws Refused {
    if (!urls.containsKey(outlet)) {
      throw new Refused(Refused.Reason.INVALID, List.of("None is set."));
    }
    return result;
  }

  private OutletStatus status(Outlet outlet) {
    Optional<String> url = Optional.ofNullable(urls.get(outlet)).map(Secret::reveal);
    return new OutletStatus(
        outlet,
        url.isPresent() ? OutletStatus.State.SET : OutletStatus.State.NOT_SET,
        url.map(text -> URI.create(text).getHost()),
        false,
        Optional.ofNullable(problems.get(outlet)));
  }
}
