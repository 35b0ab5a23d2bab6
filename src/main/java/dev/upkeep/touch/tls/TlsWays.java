package dev.upkeep.touch.tls;

import dev.upkeep.http.AuthorityDirectory;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Chooses a way to TLS, once in a process: OpenSSL where it and a directory of authorities are
/// there, JSSE elsewhere, or the one that `UPKEEP_TLS` names.
public final class TlsWays {
  /// The environment variable that chooses.
  public static final String VARIABLE = "UPKEEP_TLS";

  private static final String LIBRARY = "libssl.so.3";
  private static final TlsWays STANDARD =
      new TlsWays(
          new Circumstances(
              System.getenv(VARIABLE),
              System.getProperty("os.name", ""),
              System.getProperty("javax.net.ssl.trustStore"),
              LIBRARY,
              AuthorityDirectory::system));

  private final FutureTask<Choice> choice;
  private final Tls tls = new Chosen();

  TlsWays(Circumstances circumstances) {
    choice = new FutureTask<>(() -> choose(circumstances));
  }

  /// What decides.
  ///
  /// @param wanted the value of the variable
  /// @param trustStore a file of authorities that only Java reads
  /// @param directory of authorities under their hashes
  record Circumstances(
      @Nullable String wanted,
      String system,
      @Nullable String trustStore,
      String library,
      Supplier<Optional<String>> directory) {}

  private record Choice(Tls way, String description) {}

  /// The way of this process. To ask for it costs nothing: what it is, is found out when it is used
  /// or prepared.
  public static Tls standard() {
    return STANDARD.tls;
  }

  /// The way of this process, and why, in words for people.
  public static String description() {
    return STANDARD.describe();
  }

  Tls tls() {
    return tls;
  }

  String describe() {
    return chosen().description();
  }

  private Choice chosen() {
    choice.run();
    try {
      return choice.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Choice(new JsseTls(), "Java's own");
    } catch (ExecutionException e) {
      throw new IllegalStateException("no way to TLS could be chosen", e.getCause());
    }
  }

  private static Choice choose(Circumstances circumstances) {
    Choice choice = possible(circumstances);
    String wanted = circumstances.wanted();
    return wanted == null || wanted.isEmpty() || wanted.equals("jsse") || wanted.equals("openssl")
        ? choice
        : new Choice(
            choice.way(), choice.description() + "; " + VARIABLE + " is neither openssl nor jsse");
  }

  private static Choice possible(Circumstances circumstances) {
    if ("jsse".equals(circumstances.wanted())) {
      return java(VARIABLE + " is jsse");
    }
    if (!circumstances.system().equals("Linux")) {
      return java("it is the way on " + circumstances.system());
    }
    if (circumstances.trustStore() != null) {
      return java("javax.net.ssl.trustStore is set");
    }
    Optional<String> directory = circumstances.directory().get();
    if (directory.isEmpty()) {
      return java("no directory of authorities under their hashes, as /etc/ssl/certs, is here");
    }
    try {
      LibSsl lib = LibSsl.load(circumstances.library());
      return new Choice(
          new OpenSslTls(lib, directory.get()),
          lib.version() + ", with the authorities in " + directory.get());
    } catch (LinkageError e) {
      return java(circumstances.library() + " cannot be used: " + e.getMessage());
    }
  }

  private static Choice java(String why) {
    return new Choice(new JsseTls(), "Java's own, because " + why);
  }

  private final class Chosen implements Tls {
    @Override
    public void prepare() {
      if (!choice.isDone()) {
        Thread.ofPlatform().daemon().name("tls").start(() -> chosen().way().prepare());
      }
    }

    @Override
    public Secured secure(Socket tcp, TlsPeer peer, int timeoutMillis) throws IOException {
      return chosen().way().secure(tcp, peer, timeoutMillis);
    }
  }
}
