package dev.upkeep.touch.protocol;

import dev.upkeep.language.TouchPhrase;
import dev.upkeep.network.NetworkState;
import dev.upkeep.network.OnlineCheck;
import dev.upkeep.touch.Outcome;
import dev.upkeep.touch.TouchRequest;
import dev.upkeep.touch.conversation.TouchFailure;
import java.util.Collection;
import java.util.function.Supplier;

/// Calls a failure OFFLINE when the network check proves it; unsure is a failure.
final class ProvenOffline implements OfflineRule {
  private final OnlineCheck check;
  private final Supplier<? extends Collection<String>> hosts;

  /// Asks this check.
  ///
  /// @param hosts all configured hosts; the failed database's own is no witness
  ProvenOffline(OnlineCheck check, Supplier<? extends Collection<String>> hosts) {
    this.check = check;
    this.hosts = hosts;
  }

  @Override
  public Outcome judge(TouchRequest request, TouchFailure failure) {
    if (!failure.isMaybeOffline()) {
      return failure.outcome();
    }
    String own = request.database().endpoint().host();
    Collection<String> others =
        hosts.get().stream().filter(host -> !host.equalsIgnoreCase(own)).toList();
    return switch (check.check(others, OnlineCheck.AMPLE_TIME)) {
      case NetworkState.Offline offline ->
          new Outcome.Skipped(
              Outcome.Skipped.Reason.OFFLINE,
              TouchPhrase.NOT_VISITED.with(offline.reason(), request.database().name()));
      case NetworkState.Online _ -> failure.outcome();
      case NetworkState.Unsure unsure ->
          new Outcome.Failed(
              failure.kind(), failure.message().then(unsure.reason()), failure.outcome().advice());
    };
  }
}
