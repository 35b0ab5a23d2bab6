package dev.upkeep.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects what a [RedisServer] is to be, then starts it.
public final class RedisServerBuilder {
  private final List<String> lines = new ArrayList<>();
  private Optional<String> password = Optional.empty();
  private Optional<ServerIdentity> tls = Optional.empty();
  private Optional<RedisServer> master = Optional.empty();
  private String authCommand = "AUTH";

  RedisServerBuilder() {}

  /// The password of the user `default`.
  public RedisServerBuilder password(String password) {
    this.password = Optional.of(password);
    lines.add("requirepass " + quoted(password));
    return this;
  }

  /// Listens with TLS as well, on a port of its own.
  public RedisServerBuilder tls(ServerIdentity identity) {
    tls = Optional.of(identity);
    lines.add("tls-cert-file " + quoted(identity.certificateFile().toString()));
    lines.add("tls-key-file " + quoted(identity.keyFile().toString()));
    lines.add("tls-auth-clients no");
    return this;
  }

  /// One line of redis.conf; the value as it stands there.
  public RedisServerBuilder config(String name, String value) {
    lines.add(name + " " + value);
    return this;
  }

  /// An ACL user, in the words of `ACL SETUSER`: `ro on >pw ~* +@read`.
  public RedisServerBuilder aclUser(String rules) {
    lines.add("user " + rules);
    return this;
  }

  /// Renames a command; an empty name takes it away. AUTH keeps a name that only [RedisServer]
  /// itself knows, so that a test can still look inside; clients cannot tell the difference.
  public RedisServerBuilder renameCommand(String command, String name) {
    String newName = name;
    if (command.equalsIgnoreCase("AUTH")) {
      newName = name.isEmpty() ? "AUTH-" + Long.toHexString(System.nanoTime()) : name;
      authCommand = newName;
    }
    lines.add("rename-command " + command + " " + quoted(newName));
    return this;
  }

  /// Follows another server, and waits until it has caught up.
  public RedisServerBuilder replicaOf(RedisServer other) {
    master = Optional.of(other);
    lines.add("replicaof 127.0.0.1 " + other.port());
    other.password().ifPresent(it -> lines.add("masterauth " + quoted(it)));
    return this;
  }

  /// Starts it and waits until it answers.
  ///
  /// @throws IllegalStateException with the end of the server's log when it does not
  public RedisServer start() {
    return RedisServer.start(this);
  }

  List<String> configuration(int port, int tlsPort) {
    List<String> all = new ArrayList<>();
    all.add("bind 127.0.0.1");
    all.add("port " + port);
    all.add("daemonize no");
    all.add("save \"\"");
    all.add("appendonly no");
    all.add("repl-diskless-sync-delay 0");
    if (tls.isPresent()) {
      all.add("tls-port " + tlsPort);
    }
    all.addAll(lines);
    return all;
  }

  Optional<String> password() {
    return password;
  }

  String authCommand() {
    return authCommand;
  }

  boolean hasTls() {
    return tls.isPresent();
  }

  boolean isReplica() {
    return master.isPresent();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
