package dev.upkeep.touch.protocol;

import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import dev.upkeep.database.Secret;
import dev.upkeep.database.Sentinel;
import dev.upkeep.language.Sentence;
import dev.upkeep.language.SentinelPhrase;
import dev.upkeep.network.PublicHosts;
import dev.upkeep.touch.FailureKind;
import dev.upkeep.touch.Rung;
import dev.upkeep.touch.RungListener;
import dev.upkeep.touch.TouchRequest;
import dev.upkeep.touch.conversation.Attempt;
import dev.upkeep.touch.conversation.Reply;
import dev.upkeep.touch.conversation.ServerErrors;
import dev.upkeep.touch.conversation.TouchFailure;
import dev.upkeep.touch.tls.ClientIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Asks a [Sentinel](https://redis.io/docs/latest/develop/reference/sentinel-clients/) where the
/// master is, at every touch, since that is what changes when one takes over.
///
/// The Sentinel gets its own password or none, never the database's, which goes where it says: over
/// TLS to whom the definition's rules for certificates accept, and in clear no further than this
/// computer's own networks.
final class MasterLookup {
  private static final int HIGHEST_PORT = 65_535;

  private final Attempt attempt;
  private final Optional<ClientIdentity> identity;

  MasterLookup(Attempt attempt, Optional<ClientIdentity> identity) {
    this.attempt = attempt;
    this.identity = identity;
  }

  /// Where to go, and which addresses that may mean.
  record Answer(Endpoint.Redis master, Link.Rule rule) {}

  Answer ask(Endpoint.Redis place, Sentinel sentinel) throws TouchFailure {
    long start = System.nanoTime();
    Endpoint.Redis asked =
        new Endpoint.Redis(place.host(), place.port(), sentinel.user(), place.tls());
    Attempt asking = attempt(asked, sentinel);
    try (Link link = Link.open(asked, asking, identity)) {
      Reply reply =
          Resp.over(
              link,
              asked,
              asking,
              transport -> {
                Optional<Sentence> _ = Authentication.with(transport, asked, asking);
                return transport
                    .send(
                        List.of(List.of("SENTINEL", "get-master-addr-by-name", sentinel.master())))
                    .getFirst();
              });
      Endpoint.Redis master = master(reply, place, sentinel.master(), asking);
      attempt.reached(
          Rung.SENTINEL,
          start,
          attempt.isWatched()
              ? Optional.of(
                  SentinelPhrase.MASTER_AT.with(
                      sentinel.master(), attempt.shown(master.hostAndPort())))
              : Optional.empty());
      boolean beside = link.address().isLoopbackAddress();
      return new Answer(
          master,
          place.tls() ? Link.Rule.ANYWHERE : addresses -> requireNear(master, addresses, beside));
    } catch (TouchFailure failure) {
      throw failure.kind() == FailureKind.AUTH ? password(asked, failure) : failure;
    } catch (IOException closing) {
      throw ConnectionFailures.broken(asked, attempt.deadline(), closing);
    }
  }

  /// What is said to the Sentinel has its own secret, and is no rung of the database's.
  private Attempt attempt(Endpoint.Redis asked, Sentinel sentinel) throws TouchFailure {
    Optional<Secret> secret = Optional.empty();
    if (sentinel.secret().isPresent()) {
      String text =
          new ReferencedFile(attempt.deadline(), System::getenv).text(sentinel.secret().get());
      secret = Optional.of(Secret.of(text));
    }
    Database database = attempt.database().edit().endpoint(asked).done();
    return new Attempt(
        new TouchRequest(database, secret, attempt.request().label()),
        attempt.stamp().at(),
        attempt.deadline(),
        Attempt.Pace.PIPELINED,
        RungListener.NONE);
  }

  private static Endpoint.Redis master(
      Reply reply, Endpoint.Redis place, String name, Attempt asking) throws TouchFailure {
    String where = place.hostAndPort();
    return switch (reply) {
      case Reply.Unexpected list when list.items().size() == 2 ->
          answered(list.items(), place).orElseThrow(() -> noAddress(where));
      case Reply.Nil _ ->
          throw TouchFailure.lasting(
              FailureKind.SERVER,
              SentinelPhrase.UNKNOWN_MASTER.with(where, name),
              SentinelPhrase.UNKNOWN_MASTER_ADVICE.with());
      case Reply.Refusal error when isUnknown(error.foreign()) ->
          throw noSentinel(SentinelPhrase.NO_SENTINEL.with(where));
      case Reply.Refusal error -> throw ServerErrors.classify(error.foreign(), asking);
      case Reply.Text _, Reply.Unexpected _ -> throw noAddress(where);
    };
  }

  private static boolean isUnknown(String error) {
    return error.toLowerCase(Locale.ROOT).contains("unknown command");
  }

  private static TouchFailure noAddress(String where) {
    return noSentinel(SentinelPhrase.NO_ADDRESS.with(where));
  }

  private static TouchFailure noSentinel(Sentence what) {
    return TouchFailure.lasting(FailureKind.SERVER, what, SentinelPhrase.NO_SENTINEL_ADVICE.with());
  }

  /// Empty if it is no address. The user is the database's.
  private static Optional<Endpoint.Redis> answered(List<String> items, Endpoint.Redis place) {
    String port = items.get(1);
    if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > HIGHEST_PORT) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Endpoint.Redis(items.getFirst(), Integer.parseInt(port), place.user(), place.tls()));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  /// @param beside whether the Sentinel runs on this computer
  private static void requireNear(
      Endpoint.Redis master, List<InetAddress> addresses, boolean beside) throws TouchFailure {
    for (InetAddress address : addresses) {
      if (PublicHosts.isPublic(address)) {
        throw refused(master, SentinelPhrase.PUBLIC_MASTER, SentinelPhrase.PUBLIC_MASTER_ADVICE);
      }
      if (address.isLoopbackAddress() && !beside) {
        throw refused(master, SentinelPhrase.LOCAL_MASTER, SentinelPhrase.LOCAL_MASTER_ADVICE);
      }
    }
  }

  private static TouchFailure refused(
      Endpoint.Redis master, SentinelPhrase what, SentinelPhrase advice) {
    return TouchFailure.lasting(FailureKind.SERVER, what.with(master.hostAndPort()), advice.with());
  }

  private static TouchFailure password(Endpoint.Redis asked, TouchFailure failure) {
    return TouchFailure.lasting(
            FailureKind.SERVER,
            SentinelPhrase.NOT_LET_IN.with(asked.hostAndPort(), failure.message()),
            SentinelPhrase.NOT_LET_IN_ADVICE.with())
        .causedBy(failure);
  }
}
