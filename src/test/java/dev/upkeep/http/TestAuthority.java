package dev.upkeep.http;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate authority of our own, made by the JDK's `keytool` in a folder of the test.
final class TestAuthority {
  private static final String PASSWORD = "changeit";

  private final Path store;

  TestAuthority(Path folder) throws Exception {
    store = folder.resolve("authority.p12");
    keytool("ca", List.of("-ext", "bc:c"));
  }

  /// A server certificate, signed by the authority.
  ///
  /// @param options more arguments of `keytool -genkeypair`
  SSLContext server(String alias, String subjectAlternativeName, String... options)
      throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of("-signer", "ca", "-ext", "san=" + subjectAlternativeName));
    arguments.addAll(List.of(options));
    keytool(alias, arguments);

    KeyStore one = emptyStore();
    KeyStore all = load();
    char[] password = PASSWORD.toCharArray();
    one.setKeyEntry(alias, all.getKey(alias, password), password, all.getCertificateChain(alias));
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(one, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /// Trusts this authority and nobody else.
  WatchedTrust trust() throws Exception {
    KeyStore authorities = emptyStore();
    authorities.setCertificateEntry("ca", load().getCertificate("ca"));
    return WatchedTrust.in(authorities);
  }

  private static KeyStore emptyStore() throws Exception {
    KeyStore empty = KeyStore.getInstance("PKCS12");
    empty.load(null, null);
    return empty;
  }

  private KeyStore load() throws Exception {
    KeyStore loaded = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      loaded.load(in, PASSWORD.toCharArray());
    }
    return loaded;
  }

  private void keytool(String alias, List<String> more) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-alias", alias));
    command.addAll(List.of("-dname", "CN=" + alias, "-storetype", "PKCS12"));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    command.addAll(more);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(output);
    }
  }
}
