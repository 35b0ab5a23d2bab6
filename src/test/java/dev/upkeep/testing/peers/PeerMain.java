package dev.upkeep.testing.peers;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.util.Map;

/// Starts, in the process of a [PeerProcess], a server that has no `main` of its own. Its classes
/// are not there when this one is compiled.
final class PeerMain {
  private static final String HOST = "127.0.0.1";

  private PeerMain() {}

  /// Starts the server.
  ///
  /// @param arguments its name, the port, and perhaps a password
  public static void main(String[] arguments)
      throws ReflectiveOperationException, InterruptedException {
    int port = Integer.parseInt(arguments[1]);
    switch (arguments[0]) {
      case "claudb" -> claudb(port);
      case "jedis-mock" -> jedisMock(port);
      case "infinispan" -> infinispan(port);
      case "ignite" -> ignite(port);
      case "geode" -> geode(port, arguments.length > 2 ? arguments[2] : "");
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void jedisMock(int port) throws ReflectiveOperationException {
    Class<?> type = Class.forName("com.github.fppt.jedismock.RedisServer");
    type.getMethod("start").invoke(type.getMethod("newRedisServer", int.class).invoke(null, port));
  }

  private static void claudb(int port) throws ReflectiveOperationException {
    Object builder =
        Class.forName("com.github.tonivade.claudb.ClauDB").getMethod("builder").invoke(null);
    builder.getClass().getMethod("host", String.class).invoke(builder, HOST);
    builder.getClass().getMethod("port", int.class).invoke(builder, port);
    builder.getClass().getMethod("withoutPersistence").invoke(builder);
    Object server = builder.getClass().getMethod("build").invoke(builder);
    server.getClass().getMethod("start").invoke(server);
  }

  private static void infinispan(int port) throws ReflectiveOperationException {
    Object builder =
        create("org.infinispan.server.resp.configuration.RespServerConfigurationBuilder");
    builder.getClass().getMethod("host", String.class).invoke(builder, HOST);
    builder.getClass().getMethod("port", int.class).invoke(builder, port);
    Object configuration = builder.getClass().getMethod("build").invoke(builder);
    Object manager = create("org.infinispan.manager.DefaultCacheManager");
    Object server = create("org.infinispan.server.resp.RespServer");
    server
        .getClass()
        .getMethod(
            "start",
            Class.forName("org.infinispan.server.core.configuration.ProtocolServerConfiguration"),
            Class.forName("org.infinispan.manager.EmbeddedCacheManager"))
        .invoke(server, configuration, manager);
  }

  private static void ignite(int port) throws ReflectiveOperationException {
    String configurations = "org.apache.ignite.configuration.";
    Object connector = create(configurations + "ConnectorConfiguration");
    set(connector, "setHost", String.class, HOST);
    set(connector, "setPort", int.class, port);
    Class<?> cacheType = Class.forName(configurations + "CacheConfiguration");
    Object caches = Array.newInstance(cacheType, 1);
    Array.set(
        caches,
        0,
        cacheType.getConstructor(String.class).newInstance("redis-ignite-internal-cache-0"));
    String discoveries = "org.apache.ignite.spi.discovery.";
    Constructor<?> alone =
        Class.forName(discoveries + "tcp.ipfinder.vm.TcpDiscoveryVmIpFinder")
            .getConstructor(boolean.class);
    Object discovery = create(discoveries + "tcp.TcpDiscoverySpi");
    set(
        discovery,
        "setIpFinder",
        Class.forName(discoveries + "tcp.ipfinder.TcpDiscoveryIpFinder"),
        alone.newInstance(true));
    Object configuration = create(configurations + "IgniteConfiguration");
    set(configuration, "setLocalHost", String.class, HOST);
    set(configuration, "setConnectorConfiguration", connector.getClass(), connector);
    set(configuration, "setCacheConfiguration", caches.getClass(), caches);
    set(configuration, "setDiscoverySpi", Class.forName(discoveries + "DiscoverySpi"), discovery);
    Class.forName("org.apache.ignite.Ignition")
        .getMethod("start", configuration.getClass())
        .invoke(null, configuration);
  }

  private static void geode(int port, String password)
      throws ReflectiveOperationException, InterruptedException {
    Object factory = create("org.apache.geode.cache.CacheFactory");
    Map<String, String> properties =
        Map.of(
            "redis-port",
            Integer.toString(port),
            "redis-bind-address",
            HOST,
            "redis-password",
            password,
            "bind-address",
            HOST,
            "mcast-port",
            "0",
            "locators",
            "");
    for (Map.Entry<String, String> property : properties.entrySet()) {
      factory
          .getClass()
          .getMethod("set", String.class, String.class)
          .invoke(factory, property.getKey(), property.getValue());
    }
    factory.getClass().getMethod("create").invoke(factory);
    // All its threads are daemons.
    Thread.currentThread().join();
  }

  private static Object create(String name) throws ReflectiveOperationException {
    return Class.forName(name).getConstructor().newInstance();
  }

  private static void set(Object of, String method, Class<?> type, Object value)
      throws ReflectiveOperationException {
    of.getClass().getMethod(method, type).invoke(of, value);
  }
}
