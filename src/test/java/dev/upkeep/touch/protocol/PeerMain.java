package dev.upkeep.touch.protocol;

/// Starts, in the process of a [PeerProcess], a server that has no `main` of its own. Its classes
/// are not there when this one is compiled.
final class PeerMain {
  private PeerMain() {}

  /// Starts the server.
  ///
  /// @param arguments `jedis-mock` or `claudb`, and the port
  public static void main(String[] arguments) throws ReflectiveOperationException {
    int port = Integer.parseInt(arguments[1]);
    Object server = arguments[0].equals("claudb") ? clauDb(port) : jedisMock(port);
    server.getClass().getMethod("start").invoke(server);
  }

  private static Object jedisMock(int port) throws ReflectiveOperationException {
    Class<?> type = Class.forName("com.github.fppt.jedismock.RedisServer");
    return type.getMethod("newRedisServer", int.class).invoke(null, port);
  }

  private static Object clauDb(int port) throws ReflectiveOperationException {
    Object builder =
        Class.forName("com.github.tonivade.claudb.ClauDB").getMethod("builder").invoke(null);
    builder.getClass().getMethod("host", String.class).invoke(builder, "127.0.0.1");
    builder.getClass().getMethod("port", int.class).invoke(builder, port);
    builder.getClass().getMethod("withoutPersistence").invoke(builder);
    return builder.getClass().getMethod("build").invoke(builder);
  }
}
