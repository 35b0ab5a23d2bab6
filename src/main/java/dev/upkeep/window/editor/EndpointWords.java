package dev.upkeep.window.editor;

import dev.upkeep.database.Endpoint;
import dev.upkeep.window.text.Texts;
import dev.upkeep.words.Screen;
import java.util.ArrayList;
import java.util.List;

/// Says where a database is, without anything secret. Pure.
final class EndpointWords {
  private static final int HOST_WIDTH = 48;
  private static final int USER_WIDTH = 24;

  private EndpointWords() {}

  /// `eu1-fast-cat-4711.upstash.io, user default, TLS`. The port only where it is not the usual
  /// one.
  static String of(Endpoint endpoint, Texts texts) {
    List<String> parts = new ArrayList<>();
    String host = Screen.shorten(Screen.clean(endpoint.host()), HOST_WIDTH);
    parts.add(endpoint.port() == usualPort(endpoint) ? host : withPort(host, endpoint.port()));
    switch (endpoint) {
      case Endpoint.Redis redis ->
          redis
              .user()
              .map(user -> Screen.shorten(Screen.clean(user), USER_WIDTH))
              .ifPresent(user -> parts.add(texts.say(FormText.USER, user)));
      case Endpoint.Rest _ -> parts.add(texts.say(FormText.REST));
    }
    parts.add(texts.say(endpoint.tls() ? FormText.TLS : FormText.NO_TLS));
    return String.join(", ", parts);
  }

  private static String withPort(String host, int port) {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }

  private static int usualPort(Endpoint endpoint) {
    return switch (endpoint) {
      case Endpoint.Redis _ -> 6379;
      case Endpoint.Rest rest -> rest.tls() ? 443 : 80;
    };
  }
}
