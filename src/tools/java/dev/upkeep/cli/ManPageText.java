package dev.upkeep.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the manual page says that no command says about itself.
final class ManPageText {
  static final String PURPOSE =
      "keep free-tier Upstash Redis and other Redis databases from being archived for inactivity";

  static final List<String> DESCRIPTION =
      List.of(
          "Upkeep touches databases with verified data traffic: a small key is written, read back"
              + " and compared. It keeps a schedule by the wall clock, a history, and the"
              + " credentials in the system's keychain, and it tells a database that is gone from a"
              + " computer that is offline.",
          "One agent keeps the databases of a user. Every other command asks it, and where none runs"
              + " does the same by itself; only status and stop need a running one. Without any"
              + " agent, ping touches a database that the environment names once, for cron.",
          "Connection text and secrets are read from standard input or from a prompt, never from"
              + " the arguments, where every user of the machine could read them.");

  static final Map<String, String> ENVIRONMENT = environment();

  static final String FILES_WHERE =
      "On Linux. With UPKEEP_HOME everything is in that folder; a profile has a folder of its own"
          + " under profiles/ in each of them.";

  static final Map<String, String> FILES = files();

  static final Map<String, List<String>> EXAMPLES = examples();

  static final String SEE_ALSO = "redis-cli(1), crontab(5), systemd.service(5)";

  private ManPageText() {}

  private static Map<String, String> environment() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put(
        "UPSTASH_REDIS_URL",
        "The database for ping and doctor without a name, and for agent --headless: any text that"
            + " names one, or its REST URL with the token beside it. Never stored.");
    variables.put(
        "UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN", "The database by its REST API.");
    variables.put("VALKEY_URL", "The database, if none of the above is set.");
    variables.put(
        "UPSTASH_EMAIL, UPSTASH_API_KEY",
        "The account whose databases import-upstash lists. Read by that command alone, and not"
            + " kept.");
    variables.put(
        "UPKEEP_UPSTASH_API",
        "For tests: where import-upstash finds the Developer API, which is at an http:// address of"
            + " this computer or where Upstash has it.");
    variables.put(
        "UPKEEP_RELEASES_API",
        "For tests: where update.check finds the list of releases, at an http:// address of this"
            + " computer.");
    variables.put(
        "KEEPALIVE_ENABLED",
        "If false, ping touches nothing, says so and succeeds, and the agent's schedule rests.");
    variables.put(
        "KEEPALIVE_INTERVAL",
        "Hours between touches of a database in the environment, 0.0167 (a minute) to 720. The"
            + " default is 6.");
    variables.put("UPKEEP_HOME", "One folder for everything that Upkeep keeps.");
    variables.put("UPKEEP_PROFILE", "The profile to use; the option --profile goes before it.");
    variables.put(
        "UPKEEP_PASSPHRASE_FILE, UPKEEP_PASSPHRASE",
        "Keep credentials in a file under this passphrase, on a computer without a keychain.");
    variables.put(
        "UPKEEP_LABEL",
        "Who this machine is in the key that touches write: github-actions and kubernetes are"
            + " recognised, otherwise it is the host name.");
    variables.put(
        "UPKEEP_TLS",
        "Whose TLS speaks to a Redis: openssl, the system's, or jsse, Java's own; doctor says which.");
    variables.put(
        "UPKEEP_LANG",
        "The language that people are spoken to in, en or de, instead of LC_ALL, LC_MESSAGES or LANG.");
    variables.put("UPKEEP_LOG", "The form of the log on standard error: text or json.");
    variables.put(
        "UPKEEP_WEBHOOK_URL", "Told of every failed touch of ping: Slack, Discord, or plain JSON.");
    variables.put(
        "UPKEEP_HEARTBEAT_URL",
        "Told after a ping in which every database was visited: healthchecks.io, Uptime Kuma push,"
            + " Better Stack.");
    variables.put(
        "UPKEEP_SECRET_NAME",
        "The password or token of the database NAME, as the files of upkeep deploy refer to it.");
    variables.put("NO_COLOR", "If set and not empty, nothing is coloured.");
    return variables;
  }

  private static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "$XDG_CONFIG_HOME/upkeep/upkeep.json",
        "Databases and settings, never a secret; .bak beside it is the last good one. The default"
            + " folder is ~/.config/upkeep.");
    files.put(
        "$XDG_CONFIG_HOME/upkeep/secrets.p12",
        "Credentials under a passphrase, where there is one instead of a keychain.");
    files.put(
        "$XDG_STATE_HOME/upkeep/upkeep.db",
        "The history, an SQLite database. The default folder is ~/.local/state/upkeep.");
    files.put(
        "$XDG_STATE_HOME/upkeep/agent.sock, agent.json, agent.lock",
        "Where the running agent listens, what it says about itself, and what keeps a second one"
            + " from starting.");
    return files;
  }

  private static Map<String, List<String>> examples() {
    Map<String, List<String>> examples = new LinkedHashMap<>();
    examples.put(
        "Find out what is wrong with a connection text, then store it and keep it:",
        List.of("upkeep doctor --stdin", "upkeep add shop --every 6h", "upkeep agent --headless"));
    examples.put("See why a stored database fails:", List.of("upkeep doctor shop"));
    examples.put(
        "Touch a database once, from cron:",
        List.of("UPSTASH_REDIS_URL=\"$(cat /etc/upkeep.url)\" upkeep ping"));
    examples.put(
        "The failures of a week, for a spreadsheet:",
        List.of("upkeep history --since 7d --outcome failed --format csv > failures.csv"));
    examples.put(
        "Files with which systemd touches all databases, and what is still missing for that:",
        List.of("upkeep deploy systemd --output upkeep-systemd", "upkeep deploy systemd --check"));
    examples.put("A name that looks like an option:", List.of("upkeep remove -- --all"));
    examples.put(
        "Completion in this shell:", List.of("source <(upkeep completion bash)   # or zsh"));
    return examples;
  }
}
