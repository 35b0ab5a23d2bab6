package dev.upkeep.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The few commands a touch needs, in memory, with faults on request: a model for what no real
/// Redis can be made to do. Where a real one can, use [RedisServer].
public final class FakeRedis {
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, String> foreign = new HashMap<>();
  private final Map<String, Resp> overrides = new HashMap<>();
  private boolean forgetful;
  private int staleReads;
  private int writes;
  private Resp stale = new Resp.Nil();

  /// This command always fails with this text: `ERR max requests limit exceeded. …`.
  public synchronized FakeRedis failing(String command, String text) {
    return answering(command, new Resp.Failure(text));
  }

  /// This command always gets this answer.
  public synchronized FakeRedis answering(String command, Resp reply) {
    overrides.put(command.toUpperCase(Locale.ROOT), reply);
    return this;
  }

  /// Acknowledges every SET and keeps nothing.
  public synchronized FakeRedis forgetful() {
    forgetful = true;
    return this;
  }

  /// The next so many GETs come from a replica that still holds `older`, or nothing.
  public synchronized FakeRedis staleReads(int times, Optional<String> older) {
    staleReads = times;
    stale = older.map(Resp::bulk).orElseGet(Resp.Nil::new);
    return this;
  }

  /// Somebody else's key of another type, `hash` for example.
  public synchronized FakeRedis foreignKey(String key, String type) {
    foreign.put(key, type);
    return this;
  }

  public synchronized FakeRedis put(String key, String value) {
    values.put(key, value);
    return this;
  }

  public synchronized Optional<String> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /// How many SETs were acknowledged.
  synchronized int writes() {
    return writes;
  }

  /// Executes one command; never throws.
  public Resp execute(List<String> command) {
    return execute(command, false);
  }

  /// Executes one command.
  ///
  /// @param upToDate whether this read must not come from a replica that lags behind
  synchronized Resp execute(List<String> command, boolean upToDate) {
    if (command.isEmpty()) {
      return new Resp.Failure("ERR empty command");
    }
    String name = command.get(0).toUpperCase(Locale.ROOT);
    Resp override = overrides.get(name);
    if (override != null) {
      return override;
    }
    return switch (name) {
      case "PING" -> command.size() > 1 ? Resp.bulk(command.get(1)) : new Resp.Text("PONG");
      case "ECHO" -> command.size() == 2 ? Resp.bulk(command.get(1)) : wrongCount(name);
      case "HELLO" -> hello(command);
      case "AUTH", "CLIENT", "SELECT", "QUIT" -> new Resp.Text("OK");
      case "GET" -> command.size() == 2 ? read(command.get(1), upToDate) : wrongCount(name);
      case "SET" -> command.size() >= 3 ? write(command) : wrongCount(name);
      case "TYPE" -> command.size() == 2 ? type(command.get(1)) : wrongCount(name);
      default -> unknown(command);
    };
  }

  private Resp read(String key, boolean upToDate) {
    if (foreign.containsKey(key)) {
      return wrongType();
    }
    if (staleReads > 0 && !upToDate) {
      staleReads--;
      return stale;
    }
    return stored(key);
  }

  private Resp write(List<String> command) {
    String key = command.get(1);
    boolean get = false;
    for (int i = 3; i < command.size(); i++) {
      switch (command.get(i).toUpperCase(Locale.ROOT)) {
        case "GET" -> get = true;
        case "EX" -> i++;
        default -> {
          return new Resp.Failure("ERR syntax error");
        }
      }
    }
    if (get && foreign.containsKey(key)) {
      return wrongType();
    }
    writes++;
    Resp previous = stored(key);
    if (!forgetful) {
      foreign.remove(key);
      values.put(key, command.get(2));
    }
    return get ? previous : new Resp.Text("OK");
  }

  private Resp type(String key) {
    String other = foreign.get(key);
    return new Resp.Text(other != null ? other : values.containsKey(key) ? "string" : "none");
  }

  private Resp stored(String key) {
    return get(key).map(Resp::bulk).orElseGet(Resp.Nil::new);
  }

  private static Resp hello(List<String> command) {
    String version = command.size() > 1 ? command.get(1) : "2";
    if (!version.equals("2") && !version.equals("3")) {
      return new Resp.Failure("NOPROTO unsupported protocol version");
    }
    return new Resp.Pairs(
        List.of(
            Resp.bulk("server"),
            Resp.bulk("redis"),
            Resp.bulk("version"),
            Resp.bulk("7.0.15"),
            Resp.bulk("proto"),
            new Resp.Whole(Long.parseLong(version)),
            Resp.bulk("role"),
            Resp.bulk("master"),
            Resp.bulk("modules"),
            new Resp.Items(List.of())));
  }

  /// In the words of Redis, which repeats the arguments, secrets included.
  private static Resp unknown(List<String> command) {
    List<String> arguments = new ArrayList<>();
    command.stream().skip(1).forEach(argument -> arguments.add("'" + argument + "' "));
    return new Resp.Failure(
        "ERR unknown command '%s', with args beginning with: %s"
            .formatted(command.get(0), String.join("", arguments)));
  }

  private static Resp wrongCount(String name) {
    return new Resp.Failure(
        "ERR wrong number of arguments for '" + name.toLowerCase(Locale.ROOT) + "' command");
  }

  private static Resp wrongType() {
    return new Resp.Failure("WRONGTYPE Operation against a key holding the wrong kind of value");
  }
}
