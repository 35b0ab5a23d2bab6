package dev.upkeep.testing.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Every server that `make test-peers` fetches.
public enum Peer {
  REDIS_2_8("redis-2.8", "redis-server-2.8.19"),
  REDIS_6_0("redis-6.0", "redis-server-6.0.5"),
  REDIS_6_2("redis-6.2", "redis-server-6.2.6-v5-linux-amd64"),
  REDIS_7_0("redis-7.0", "redis-server-7.0.15-linux-amd64"),
  REDIS_8_0("redis-8.0", "server"),
  VALKEY_8_0("valkey-8.0", "server"),
  VALKEY_8_1("valkey-8.1", "server"),
  CLAUDB("claudb", ""),
  JEDIS_MOCK("jedis-mock", ""),
  INFINISPAN("infinispan", ""),
  IGNITE("ignite", ""),
  GEODE("geode", "");

  private final String name;
  private final String program;

  Peer(String name, String program) {
    this.name = name;
    this.program = program;
  }

  /// Redis itself and Valkey, which take the same options, and can be told others while they run.
  public boolean isRedis() {
    return !program.isEmpty();
  }

  /// Whether it knows users
  /// ([ACL](https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/)).
  public boolean hasUsers() {
    return isRedis() && this != REDIS_2_8;
  }

  /// Those that could be fetched for this computer.
  public static List<Peer> all() {
    return Arrays.stream(values()).filter(one -> Files.isDirectory(one.place())).toList();
  }

  /// Redis and Valkey among them.
  public static Stream<Peer> redises() {
    return all().stream().filter(Peer::isRedis);
  }

  /// Starts one.
  ///
  /// @param folder takes its files
  /// @param options of `redis-server`; of another the password, if it can have one
  public PeerProcess start(Path folder, String... options) throws IOException {
    return isRedis()
        ? PeerProcess.redis(folder, binary(folder), options)
        : PeerProcess.java(folder, place(), name, options);
  }

  /// Starts it as a Sentinel.
  ///
  /// @param watching lines of its configuration
  public PeerProcess sentinel(Path folder, String watching) throws IOException {
    return PeerProcess.sentinel(folder, binary(folder), watching);
  }

  private Path place() {
    return Path.of(System.getProperty("upkeep.peers", "."), name);
  }

  private Path binary(Path folder) throws IOException {
    if (Files.isExecutable(place().resolve(program))) {
      return place().resolve(program);
    }
    try (Stream<Path> jars = Files.list(place())) {
      return PeerProcess.unpacked(folder, jars.findFirst().orElseThrow(), program);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
