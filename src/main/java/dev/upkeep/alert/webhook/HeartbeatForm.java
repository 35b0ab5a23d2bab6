package dev.upkeep.alert.webhook;

import dev.upkeep.alert.service.ChatText;
import dev.upkeep.alert.service.Delivery;
import dev.upkeep.alert.service.ServiceAnswers;
import dev.upkeep.http.Response;
import dev.upkeep.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which addresses a heartbeat service is to be asked for. Pure.
enum HeartbeatForm {
  /// [Signaling failures](https://healthchecks.io/docs/signaling_failures/), also where people host
  /// it themselves.
  HEALTHCHECKS {
    @Override
    Optional<URI> down(URI url, String message) {
      return Optional.of(append(url, "/fail"));
    }
  },
  /// [Heartbeats](https://betterstack.com/docs/uptime/cron-and-heartbeat-monitor/).
  BETTER_STACK {
    @Override
    Optional<URI> down(URI url, String message) {
      return Optional.of(append(url, "/fail"));
    }
  },
  /// A [push monitor](https://github.com/louislam/uptime-kuma/wiki/Monitor-Types): everything is in
  /// the query, and the address that Uptime Kuma shows for copying has samples there.
  UPTIME_KUMA {
    @Override
    URI up(URI url, String message, Duration latency) {
      return withStatus(
          url, List.of("status=up", "msg=" + encode(message), "ping=" + latency.toMillis()));
    }

    @Override
    Optional<URI> down(URI url, String message) {
      return Optional.of(withStatus(url, List.of("status=down", "msg=" + encode(message))));
    }

    // A token that it does not know is 404, with `ok: false` and why; whatever the status, that is
    // no sign of life taken.
    @Override
    Delivery answer(URI address, Response response) {
      Optional<Json.Obj> body = ServiceAnswers.object(response);
      boolean refuses = body.flatMap(it -> it.bool("ok")).filter(ok -> !ok).isPresent();
      return response.ok() && !refuses
          ? new Delivery.Delivered(response.status())
          : ServiceAnswers.refused(
              address, response, body.flatMap(it -> it.string("msg")), Optional.empty());
    }
  },
  /// Nobody knows what an unknown service makes of other addresses than its own; it might take any
  /// for a sign of life. That nothing comes is what it waits for anyway.
  OTHER;

  private static final Set<String> BETTER_STACK_HOSTS =
      Set.of("uptime.betterstack.com", "betteruptime.com", "uptime.betteruptime.com");

  /// `/ping/<uuid>` or `/ping/<ping key>/<slug>`.
  private static final Pattern SELF_HOSTED_HEALTHCHECKS =
      Pattern.compile(
          "(/.*)?/ping/([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[\\w-]{22}/[\\w-]+)/?");

  private static final Set<String> KUMA_PARAMETERS = Set.of("status", "msg", "ping");
  private static final int MAX_MESSAGE_LENGTH = 250;

  /// The form that the service at this address understands.
  static HeartbeatForm of(URI url) {
    String host = url.getHost().toLowerCase(Locale.ROOT);
    String path = url.getRawPath();
    if (path.matches("(/.*)?/api/push/[^/]+/?")) {
      return UPTIME_KUMA;
    }
    if (BETTER_STACK_HOSTS.contains(host) && path.startsWith("/api/v1/heartbeat/")) {
      return BETTER_STACK;
    }
    boolean healthchecks =
        host.equals("hc-ping.com") || SELF_HOSTED_HEALTHCHECKS.matcher(path).matches();
    return healthchecks ? HEALTHCHECKS : OTHER;
  }

  /// What to GET when all is well.
  URI up(URI url, String message, Duration latency) {
    return url;
  }

  /// What to GET when it is not; empty where silence says it.
  Optional<URI> down(URI url, String message) {
    return Optional.empty();
  }

  /// What an answer means.
  Delivery answer(URI address, Response response) {
    return ServiceAnswers.byStatus(address, response);
  }

  private static URI append(URI url, String suffix) {
    String path = url.getRawPath().replaceFirst("/+$", "");
    return rebuild(url, path + suffix, Optional.ofNullable(url.getRawQuery()));
  }

  private static URI withStatus(URI url, List<String> parameters) {
    Stream<String> others =
        Optional.ofNullable(url.getRawQuery()).stream()
            .flatMap(query -> Arrays.stream(query.split("&")))
            .filter(one -> !one.isEmpty() && !KUMA_PARAMETERS.contains(one.split("=", 2)[0]));
    String query = Stream.concat(others, parameters.stream()).collect(Collectors.joining("&"));
    return rebuild(url, url.getRawPath(), Optional.of(query));
  }

  /// From the raw parts, so that what was escaped stays escaped; a fragment is never sent.
  private static URI rebuild(URI url, String path, Optional<String> query) {
    return URI.create(
        url.getScheme()
            + "://"
            + url.getRawAuthority()
            + path
            + query.map(text -> "?" + text).orElse(""));
  }

  private static String encode(String message) {
    return URLEncoder.encode(
        ChatText.cut(ChatText.plain(message), MAX_MESSAGE_LENGTH), StandardCharsets.UTF_8);
  }
}
