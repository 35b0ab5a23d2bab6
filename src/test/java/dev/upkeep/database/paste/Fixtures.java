package dev.upkeep.database.paste;

import java.util.List;

/// One text for each way in which a connection is shown by a console, a host or a manual. `PW` and
/// `TK` stand for the secrets.
final class Fixtures {
  static final String REDIS_HOST = "eu1-happy-fox-4711.upstash.io";

  static final List<String> REDIS =
      List.of(
          "rediss://default:PW@eu1-happy-fox-4711.upstash.io:6379",
          "redis://default:PW@eu1-happy-fox-4711.upstash.io:6379",
          "REDISS://default:PW@eu1-happy-fox-4711.upstash.io:6379/0?ssl_cert_reqs=required",
          "redis-cli --tls -u redis://default:PW@eu1-happy-fox-4711.upstash.io:6379",
          "$ redis-cli -u 'rediss://default:PW@eu1-happy-fox-4711.upstash.io:6379' PING",
          "redis-cli --tls --user default -a PW -h eu1-happy-fox-4711.upstash.io -p 6379",
          "redis-cli --tls --user=default --pass \"PW\" -h eu1-happy-fox-4711.upstash.io",
          "redis-cli --tls \\\n  --user default -a PW \\\n  -h eu1-happy-fox-4711.upstash.io -p 6379",
          "REDIS_URL=\"rediss://default:PW@eu1-happy-fox-4711.upstash.io:6379\"",
          "export UPSTASH_REDIS_URL='rediss://default:PW@eu1-happy-fox-4711.upstash.io:6379';",
          "UPSTASH_REDIS_TCP_URL=rediss://default:PW@eu1-happy-fox-4711.upstash.io:6379;",
          "VALKEY_URL = valkeys://default:PW@eu1-happy-fox-4711.upstash.io:6379",
          "$env:REDIS_URL = \"rediss://default:PW@eu1-happy-fox-4711.upstash.io:6379\"",
          "const redis = new Redis(\"rediss://default:PW@eu1-happy-fox-4711.upstash.io:6379\");",
          "createClient({ url: `rediss://default:PW@eu1-happy-fox-4711.upstash.io:6379` })",
          "r = redis.from_url('rediss://default:PW@eu1-happy-fox-4711.upstash.io:6379')",
          """
          opt, _ := redis.ParseURL("rediss://default:PW@eu1-happy-fox-4711.upstash.io:6379")
          client := redis.NewClient(opt)
          """,
          """
          client := redis.NewClient(&redis.Options{
            Addr: "eu1-happy-fox-4711.upstash.io:6379",
            Username: "default",
            Password: "PW",
            TLSConfig: &tls.Config{},
          })
          """,
          """
          import redis
          r = redis.Redis(
            host='eu1-happy-fox-4711.upstash.io',
            port=6379,
            username='default',
            password='PW',
            ssl=True
          )
          """,
          """
          public static void main(String[] args) {
            Jedis jedis = new Jedis("eu1-happy-fox-4711.upstash.io", 6379, true);
            jedis.auth("default", "PW");
            jedis.set("foo", "bar");
          }
          """,
          """
          import { createClient } from 'redis';
          const client = createClient({
              username: 'default',
              password: 'PW',
              socket: { host: 'eu1-happy-fox-4711.upstash.io', port: 6379, tls: true }
          });
          """,
          """
          $redis = new Predis\\Client(['scheme' => 'tls', 'host' => 'eu1-happy-fox-4711.upstash.io',
            'port' => 6379, 'username' => 'default', 'password' => 'PW']);
          """,
          """
          Endpoint: eu1-happy-fox-4711.upstash.io
          Port: 6379
          Username: default
          Password: PW
          TLS/SSL: Enabled
          """,
          """
          Endpoint
          eu1-happy-fox-4711.upstash.io
          Port
          6379
          Username
          default
          Password
          PW
          """,
          "Endpoint\teu1-happy-fox-4711.upstash.io\nPort\t6379\nUser\tdefault\nPassword\tPW",
          """
          REDIS_HOST=eu1-happy-fox-4711.upstash.io
          REDIS_PORT=6379
          REDIS_USERNAME=default
          REDIS_PASSWORD=PW
          """,
          """
          {"shop": {"redis": {"host": "eu1-happy-fox-4711.upstash.io", "port": 6379,
            "username": "default", "password": "PW", "tls": {}}}}
          """,
          """
          spring:
            data:
              redis:
                host: eu1-happy-fox-4711.upstash.io
                port: 6379
                username: default
                password: PW
                ssl:
                  enabled: true
          """,
          "- name: REDIS_URL\n  value: rediss://default:PW@eu1-happy-fox-4711.upstash.io:6379\n",
          "eu1-happy-fox-4711.upstash.io:6379,user=default,password=PW,ssl=True,abortConnect=False",
          "Parse(\"eu1-happy-fox-4711.upstash.io:6379,user=default,password=PW,ssl=True\")",
          "new Redis(6379, 'eu1-happy-fox-4711.upstash.io', {\n"
              + "  username: 'default', password: 'PW', tls: {} })",
          "See <rediss://default:PW@eu1-happy-fox-4711.upstash.io:6379>, please.",
          "Use **rediss://default:PW@eu1-happy-fox-4711.upstash.io:6379**.",
          "[cache](rediss://default:PW@eu1-happy-fox-4711.upstash.io:6379)");

  static final List<String> REST =
      List.of(
          """
          UPSTASH_REDIS_REST_URL="https://eu1-happy-fox-4711.upstash.io"
          UPSTASH_REDIS_REST_TOKEN="TK"
          """,
          "UPSTASH_REDIS_REST_TOKEN=TK\nUPSTASH_REDIS_REST_URL=https://eu1-happy-fox-4711.upstash.io/",
          "export STORE_KV_REST_API_URL='https://eu1-happy-fox-4711.upstash.io';"
              + " export STORE_KV_REST_API_TOKEN='TK';",
          """
          KV_REST_API_READ_ONLY_TOKEN="Aread"
          KV_REST_API_TOKEN="TK"
          KV_REST_API_URL="https://eu1-happy-fox-4711.upstash.io"
          """,
          """
          const redis = new Redis({
            url: 'https://eu1-happy-fox-4711.upstash.io',
            token: 'TK',
          })
          """,
          "new Redis({url:\"https://eu1-happy-fox-4711.upstash.io\",token:\"TK\"})",
          "redis = Redis(url=\"https://eu1-happy-fox-4711.upstash.io\", token=\"TK\")",
          "curl https://eu1-happy-fox-4711.upstash.io/set/foo/bar -H \"Authorization: Bearer TK\"",
          """
          curl -X POST \\
            https://eu1-happy-fox-4711.upstash.io/pipeline \\
            -H 'Authorization: Bearer TK' \\
            -d '[["SET", "foo", "bar"],
                 ["GET", "foo"]]'
          """,
          "curl -X POST ^\r\n https://eu1-happy-fox-4711.upstash.io/ ^\r\n"
              + " -H \"Authorization: Bearer TK\"",
          "curl `\n \"https://eu1-happy-fox-4711.upstash.io/ping\" `\n --oauth2-bearer TK",
          "curl \"https://eu1-happy-fox-4711.upstash.io/get/foo?_token=TK\"",
          "https://eu1-happy-fox-4711.upstash.io/get/foo?_token=TK",
          """
          fetch("https://eu1-happy-fox-4711.upstash.io/get/foo", {
            headers: { Authorization: "Bearer TK" }
          })
          """,
          """
          {
            "redis": {"url": "https:\\/\\/eu1-happy-fox-4711.upstash.io", "token": "TK"}
          }
          """,
          """
          upstash:
            url: https://eu1-happy-fox-4711.upstash.io
            token: TK
          """,
          """
          {"key": "KV_REST_API_URL", "value": "https://eu1-happy-fox-4711.upstash.io"}
          {"key": "KV_REST_API_TOKEN", "value": "TK"}
          """,
          "REST URL: https://eu1-happy-fox-4711.upstash.io\nREST Token: TK",
          "“UPSTASH_REDIS_REST_URL”=“https://eu1-happy-fox-4711.upstash.io”\n"
              + "“UPSTASH_REDIS_REST_TOKEN”=“TK”");

  private Fixtures() {}

  static String withSecret(String fixture, String secret) {
    return fixture.replaceAll("\\b(PW|TK)\\b", java.util.regex.Matcher.quoteReplacement(secret));
  }
}
