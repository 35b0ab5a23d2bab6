package dev.upkeep.database.paste;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Writes a connection down in every form that is known, quoted as the form demands.
final class Renderings {
  /// @param user empty for none
  record Connection(
      String host, int port, String user, String password, boolean tls, int database) {}

  private static final Map<String, Function<Connection, String>> FORMS = new LinkedHashMap<>();

  static {
    FORMS.put("URL", Renderings::url);
    FORMS.put("URL with the number in its query", c -> url(c, "?db=" + c.database()));
    FORMS.put("variable with a URL", c -> "REDIS_URL=\"" + url(c) + "\"");
    FORMS.put("variables, quoted by a shell", c -> variables(c, "", "=", Renderings::shell));
    FORMS.put("variables, exported", c -> variables(c, "export ", "=", Renderings::shell));
    FORMS.put("variables, in double quotes", c -> variables(c, "", "=", Renderings::twice));
    FORMS.put("variables of fish", c -> variables(c, "set -gx ", " ", Renderings::once));
    FORMS.put("variables of Docker", c -> variables(c, "ENV ", "=", Renderings::json));
    FORMS.put("YAML, single quotes", c -> yaml(c, v -> "'" + v.replace("'", "''") + "'"));
    FORMS.put("YAML, double quotes", c -> yaml(c, Renderings::json));
    FORMS.put("Spring", c -> spring(c));
    FORMS.put("compose", c -> compose(c));
    FORMS.put("JSON", c -> object(c, "{\"redis\": {", "\"%s\": ", Renderings::json, "}}"));
    FORMS.put("ioredis", c -> object(c, "new Redis({", "%s: ", Renderings::js, "})"));
    FORMS.put("redis-py", c -> python(c));
    FORMS.put("redis-rb", c -> object(c, "Redis.new(", "%s: ", Renderings::ruby, ")"));
    FORMS.put("PHP", c -> object(c, "'redis' => [", "'%s' => ", Renderings::js, "]"));
    FORMS.put("go-redis", Renderings::go);
    FORMS.put("StackExchange", Renderings::stackExchange);
    FORMS.put("redis-cli", Renderings::cli);
    FORMS.put("Jedis", Renderings::jedis);
    FORMS.put("Lettuce", Renderings::lettuce);
    FORMS.put("Redisson", Renderings::redisson);
    FORMS.put("Kubernetes", Renderings::kubernetes);
    FORMS.put("kubectl", Renderings::kubectl);
  }

  private Renderings() {}

  static Map<String, Function<Connection, String>> forms() {
    return FORMS;
  }

  private static String place(Connection c) {
    return (c.host().indexOf(':') >= 0 ? "[" + c.host() + "]" : c.host()) + ":" + c.port();
  }

  private static String url(Connection c) {
    return url(c, c.database() == 0 ? "" : "/" + c.database());
  }

  private static String url(Connection c, String end) {
    return (c.tls() ? "rediss://" : "redis://")
        + encoded(c.user())
        + (c.user().isEmpty() && c.password().isEmpty() ? "" : ":" + encoded(c.password()) + "@")
        + place(c)
        + end;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// The fields that are said; TLS is said wherever the form can say it.
  private static Map<String, String> fields(Connection c) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("host", c.host());
    fields.put("port", Integer.toString(c.port()));
    if (!c.user().isEmpty()) {
      fields.put("username", c.user());
    }
    if (!c.password().isEmpty()) {
      fields.put("password", c.password());
    }
    fields.put("tls", Boolean.toString(c.tls()));
    if (c.database() != 0) {
      fields.put("db", Integer.toString(c.database()));
    }
    return fields;
  }

  private static String variables(
      Connection c, String before, String between, Function<String, String> quote) {
    StringBuilder text = new StringBuilder();
    fields(c)
        .forEach((name, value) ->
            text.append(before)
                .append("REDIS_")
                .append(name.toUpperCase(java.util.Locale.ROOT))
                .append(between)
                .append(quote.apply(value))
                .append('\n'));
    return text.toString();
  }

  private static String yaml(Connection c, Function<String, String> quote) {
    StringBuilder text = new StringBuilder("redis:\n");
    fields(c)
        .forEach((name, value) ->
            text.append("  ")
                .append(name)
                .append(": ")
                .append(scalar(name, value, quote))
                .append('\n'));
    return text.toString();
  }

  private static String scalar(String name, String value, Function<String, String> quote) {
    boolean plain = name.equals("port") || name.equals("tls") || name.equals("db");
    return plain ? value : quote.apply(value);
  }

  private static String spring(Connection c) {
    StringBuilder text = new StringBuilder("spring:\n  data:\n    redis:\n");
    fields(c)
        .forEach((name, value) -> {
          if (name.equals("tls")) {
            text.append("      ssl:\n        enabled: ").append(value).append('\n');
          } else {
            text.append("      ")
                .append(name.equals("db") ? "database" : name)
                .append(": ")
                .append(scalar(name, value, Renderings::json))
                .append('\n');
          }
        });
    return text.toString();
  }

  private static String compose(Connection c) {
    StringBuilder text = new StringBuilder("services:\n  app:\n    environment:\n");
    fields(c)
        .forEach((name, value) ->
            text.append("      REDIS_")
                .append(name.toUpperCase(java.util.Locale.ROOT))
                .append(": ")
                .append(json(value))
                .append('\n'));
    return text.toString();
  }

  private static String object(
      Connection c, String open, String key, Function<String, String> quote, String close) {
    StringBuilder text = new StringBuilder(open);
    fields(c)
        .forEach((name, value) -> {
          text.append(text.length() == open.length() ? "" : ", ");
          text.append(key.formatted(name)).append(scalar(name, value, quote));
        });
    return text.append(close).toString();
  }

  private static String python(Connection c) {
    String text = "redis.Redis(host=" + js(c.host()) + ", port=" + c.port();
    text += c.user().isEmpty() ? "" : ", username=" + js(c.user());
    text += c.password().isEmpty() ? ", password=None" : ", password=" + js(c.password());
    return text + ", db=" + c.database() + ", ssl=" + (c.tls() ? "True" : "False") + ")";
  }

  private static String go(Connection c) {
    return "redis.NewClient(&redis.Options{\n\tAddr: \""
        + place(c)
        + "\",\n"
        + (c.user().isEmpty() ? "" : "\tUsername: " + json(c.user()) + ",\n")
        + (c.password().isEmpty() ? "" : "\tPassword: " + json(c.password()) + ",\n")
        + "\tDB: "
        + c.database()
        + ",\n"
        + (c.tls() ? "\tTLSConfig: &tls.Config{},\n" : "")
        + "})";
  }

  private static String stackExchange(Connection c) {
    if (c.password().indexOf(',') >= 0 || c.user().indexOf(',') >= 0) {
      return url(c);
    }
    return place(c)
        + (c.user().isEmpty() ? "" : ",user=" + c.user())
        + (c.password().isEmpty() ? "" : ",password=" + c.password())
        + ",ssl="
        + (c.tls() ? "True" : "False")
        + (c.database() == 0 ? "" : ",defaultDatabase=" + c.database())
        + ",abortConnect=False";
  }

  private static String cli(Connection c) {
    return "redis-cli"
        + (c.tls() ? " --tls" : "")
        + " -h "
        + c.host()
        + " -p "
        + c.port()
        + (c.user().isEmpty() ? "" : " --user " + shell(c.user()))
        + (c.password().isEmpty() ? "" : " -a " + shell(c.password()))
        + (c.database() == 0 ? "" : " -n " + c.database());
  }

  private static String jedis(Connection c) {
    return "new Jedis("
        + json(c.host())
        + ", "
        + c.port()
        + ", "
        + c.tls()
        + ");\n"
        + (c.password().isEmpty()
            ? ""
            : "jedis.auth("
                + (c.user().isEmpty() ? "" : json(c.user()) + ", ")
                + json(c.password())
                + ");\n")
        + (c.database() == 0 ? "" : "jedis.select(" + c.database() + ");\n");
  }

  private static String lettuce(Connection c) {
    String auth =
        c.user().isEmpty()
            ? "withPassword(" + json(c.password()) + ".toCharArray())"
            : "withAuthentication(" + json(c.user()) + ", " + json(c.password()) + ")";
    return "RedisURI.builder()\n  .withHost("
        + json(c.host())
        + ")\n  ."
        + (c.password().isEmpty() ? "" : auth + "\n  .")
        + "withPort("
        + c.port()
        + ").withSsl("
        + c.tls()
        + ").withDatabase("
        + c.database()
        + ").build();";
  }

  private static String redisson(Connection c) {
    return "config.useSingleServer()\n    .setAddress(\""
        + (c.tls() ? "rediss://" : "redis://")
        + place(c)
        + "\")"
        + (c.user().isEmpty() ? "" : "\n    .setUsername(" + json(c.user()) + ")")
        + (c.password().isEmpty() ? "" : "\n    .setPassword(" + json(c.password()) + ")")
        + "\n    .setDatabase("
        + c.database()
        + ");";
  }

  private static String kubernetes(Connection c) {
    StringBuilder text = new StringBuilder("apiVersion: v1\nkind: Secret\ndata:\n");
    fields(c)
        .forEach((name, value) ->
            text.append("  redis-")
                .append(name)
                .append(": ")
                .append(Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)))
                .append('\n'));
    return text.toString();
  }

  private static String kubectl(Connection c) {
    StringBuilder text = new StringBuilder("kubectl create secret generic redis");
    fields(c)
        .forEach((name, value) ->
            text.append(" --from-literal=REDIS_")
                .append(name.toUpperCase(java.util.Locale.ROOT))
                .append('=')
                .append(shell(value)));
    return text.toString();
  }

  /// As `shlex.quote` of Python.
  private static String shell(String value) {
    return value.matches("[A-Za-z0-9_./:-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
  }

  private static String once(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private static String twice(String value) {
    return "\""
        + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$").replace("`", "\\`")
        + "\"";
  }

  private static String json(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static String js(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private static String ruby(String value) {
    return js(value);
  }

  /// The same form with what a shell or a file of variables takes without quotes; empty where it
  /// would need them.
  static Optional<String> unquoted(Connection c) {
    boolean plain =
        c.password().matches("[^\\s\"'`#~<][^\\s]*")
            && !c.password().matches("(?i)none|null|nil|undefined");
    return plain ? Optional.of(variables(c, "", "=", v -> v)) : Optional.empty();
  }
}
