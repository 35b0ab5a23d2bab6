package dev.upkeep.testing;

import java.io.IOException;
import java.util.List;

/// The sample database of `make run`: starts a real Redis, runs a command with `UPSTASH_REDIS_URL`
/// set to it, and ends with the command's exit status.
public final class SampleDatabase {
  private SampleDatabase() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int status;
    try (RedisServer server = RedisServer.start()) {
      ProcessBuilder builder = new ProcessBuilder(List.of(args)).inheritIO();
      builder.environment().put("UPSTASH_REDIS_URL", server.url());
      Process command = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(command::destroy));
      status = command.waitFor();
    }
    System.exit(status);
  }
}
