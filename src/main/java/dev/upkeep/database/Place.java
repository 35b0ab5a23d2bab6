package dev.upkeep.database;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// Where a secret may go: host, port, user, protocol, and whom a connection there trusts. Two
/// definitions with the same place may share a secret. Only a digest, so that it can be kept with
/// the secret everywhere.
///
/// @param digest the same for ever, since what was stored with a secret must be found again
public record Place(String digest) {
  private static final int BYTES = 16;

  /// The place of a definition.
  public static Place of(Database database) {
    Endpoint endpoint = database.endpoint();
    List<String> parts = new ArrayList<>();
    parts.add("host=" + endpoint.host().toLowerCase(Locale.ROOT));
    parts.add("port=" + endpoint.port());
    parts.add("tls=" + endpoint.tls());
    // What is not set leaves no part: so a place stays the same when a version brings a new one.
    switch (endpoint) {
      case Endpoint.Redis redis -> redis.user().ifPresent(user -> parts.add("user=" + user));
      case Endpoint.Rest(var base) -> parts.add("path=" + base.getRawPath());
    }
    database.caFile().ifPresent(file -> parts.add("ca=" + file));
    database.serverName().ifPresent(name -> parts.add("name=" + name));
    database
        .sentinel()
        .ifPresent(sentinel -> {
          parts.add("master=" + sentinel.master());
          sentinel.user().ifPresent(user -> parts.add("sentinel-user=" + user));
          sentinel.secret().ifPresent(secret -> parts.add("sentinel-secret=" + secret));
        });
    database
        .clientCertificate()
        .ifPresent(shown -> {
          parts.add("certificate=" + shown.certificate());
          shown.key().ifPresent(key -> parts.add("key=" + key));
          shown.passphrase().ifPresent(text -> parts.add("passphrase=" + text));
        });
    return of(parts);
  }

  /// The place of an account at a mail server.
  public static Place ofMail(String host, int port, String user) {
    return of(
        List.of("mail", "host=" + host.toLowerCase(Locale.ROOT), "port=" + port, "user=" + user));
  }

  /// The place of a reference at this one: it is bound as a secret is.
  public Place with(String reference) {
    return of(List.of(digest, reference));
  }

  private static Place of(List<String> parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        // Each with its length, so that no two lists are one text.
        sha.update(HexFormat.of().toHexDigits(bytes.length).getBytes(StandardCharsets.US_ASCII));
        sha.update(bytes);
      }
      byte[] digest = Arrays.copyOf(sha.digest(), BYTES);
      return new Place(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
