package dev.upkeep.touch.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Authorities and certificates, good and bad, as the `openssl` of this system makes them.
final class OpensslFiles {
  static final String AUTHORITY =
      "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;
  private int files;

  OpensslFiles(Path folder) {
    this.folder = folder;
  }

  /// A certificate and its key, both PEM.
  record Pair(Path certificate, Path key) {}

  /// What is to be signed.
  ///
  /// @param extensions lines of a section of extensions
  /// @param algorithm as `EC:P-256`, `RSA:2048` or `ED25519`
  record Wish(
      String name,
      String extensions,
      String algorithm,
      String digest,
      Duration begins,
      Duration ends) {
    static Wish server(String extensions) {
      return new Wish(
          "server",
          "extendedKeyUsage=serverAuth\n" + extensions + "\n",
          "EC:P-256",
          "sha256",
          Duration.ofDays(-1),
          Duration.ofDays(30));
    }

    static Wish authority(String name) {
      return new Wish(
          name, AUTHORITY, "EC:P-256", "sha256", Duration.ofDays(-2), Duration.ofDays(365));
    }

    Wish named(String other) {
      return new Wish(other, extensions, algorithm, digest, begins, ends);
    }

    Wish extended(String other) {
      return new Wish(name, other, algorithm, digest, begins, ends);
    }

    Wish algorithm(String other) {
      return new Wish(name, extensions, other, digest, begins, ends);
    }

    Wish digest(String other) {
      return new Wish(name, extensions, algorithm, other, begins, ends);
    }

    Wish valid(int fromDay, int toDay) {
      return new Wish(
          name, extensions, algorithm, digest, Duration.ofDays(fromDay), Duration.ofDays(toDay));
    }
  }

  /// Signs with its own key.
  Pair selfSigned(Wish wish) {
    Path key = key(wish.algorithm());
    return sign(wish, key, List.of("-selfsign", "-keyfile", key.toString()));
  }

  Pair signed(Wish wish, Pair by) {
    return sign(
        wish,
        key(wish.algorithm()),
        List.of("-cert", by.certificate().toString(), "-keyfile", by.key().toString()));
  }

  /// The same with something to say about the signature, as `rsa_padding_mode:pss`.
  Pair signed(Wish wish, Pair by, String... signature) {
    List<String> how =
        new ArrayList<>(
            List.of("-cert", by.certificate().toString(), "-keyfile", by.key().toString()));
    for (String option : signature) {
      how.addAll(List.of("-sigopt", option));
    }
    return sign(wish, key(wish.algorithm()), how);
  }

  /// A certificate for a key that another has already, as authorities sign each other's.
  Path crossSigned(Wish wish, Pair whose, Pair by) {
    return sign(
            wish,
            whose.key(),
            List.of("-cert", by.certificate().toString(), "-keyfile", by.key().toString()))
        .certificate();
  }

  /// The same key once more under other terms.
  Pair selfSigned(Wish wish, Pair whose) {
    return sign(wish, whose.key(), List.of("-selfsign", "-keyfile", whose.key().toString()));
  }

  /// What `openssl ca` does not make: a serial number of one's choice, or version 1, which has no
  /// extensions.
  ///
  /// @param by empty for one that signs itself
  Pair plain(Wish wish, Optional<Pair> by, String serial) {
    Path key = key(wish.algorithm());
    Path certificate = file("certificate.pem");
    List<String> command =
        new ArrayList<>(List.of("x509", "-req", "-days", "30", "-set_serial", serial));
    command.addAll(
        by.isPresent()
            ? List.of("-CA", by.get().certificate().toString(), "-CAkey", by.get().key().toString())
            : List.of("-signkey", key.toString()));
    if (!wish.extensions().isBlank()) {
      command.addAll(List.of("-extfile", write("extensions", wish.extensions()).toString()));
    }
    command.addAll(List.of("-in", request(wish, key).toString(), "-out", certificate.toString()));
    run(command.toArray(new String[0]));
    return new Pair(certificate, key);
  }

  /// A directory of authorities under the hashes of their names.
  Path directory(Pair... authorities) {
    Path directory = file("hashed");
    try {
      Files.createDirectory(directory);
      for (Pair authority : authorities) {
        Files.copy(
            authority.certificate(), directory.resolve(authority.key().getFileName() + ".pem"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rehash(directory);
    return directory;
  }

  /// Puts the hashes of a directory in order.
  void rehash(Path directory) {
    run("rehash", directory.toString());
  }

  /// One file out of several.
  Path joined(Path... parts) {
    Path all = file("joined.pem");
    try {
      for (Path part : parts) {
        Files.writeString(
            all, (Files.exists(all) ? Files.readString(all) : "") + Files.readString(part));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /// The same key in the form that OpenSSL wrote before PKCS#8.
  Path traditional(Path key) {
    Path old = file("traditional.pem");
    run("pkey", "-traditional", "-in", key.toString(), "-out", old.toString());
    return old;
  }

  /// The same key behind a passphrase.
  Path locked(Path key) {
    Path locked = file("locked.pem");
    run("pkey", "-aes256", "-passout", "pass:x", "-in", key.toString(), "-out", locked.toString());
    return locked;
  }

  Path lockedTraditional(Path key) {
    Path locked = file("locked-traditional.pem");
    run(
        "pkey",
        "-traditional",
        "-aes256",
        "-passout",
        "pass:x",
        "-in",
        key.toString(),
        "-out",
        locked.toString());
    return locked;
  }

  /// Both in one PKCS#12 file, behind the passphrase "x".
  Path pkcs12(Pair pair) {
    Path store = file("both.p12");
    run(
        "pkcs12",
        "-export",
        "-in",
        pair.certificate().toString(),
        "-inkey",
        pair.key().toString(),
        "-passout",
        "pass:x",
        "-out",
        store.toString());
    return store;
  }

  private Path key(String algorithm) {
    Path key = file("key.pem");
    String[] parts = algorithm.split(":", -1);
    if (parts.length == 1) {
      run("genpkey", "-algorithm", parts[0], "-out", key.toString());
      return key;
    }
    String option =
        parts[0].equals("EC") ? "ec_paramgen_curve:" + parts[1] : "rsa_keygen_bits:" + parts[1];
    run("genpkey", "-algorithm", parts[0], "-pkeyopt", option, "-out", key.toString());
    return key;
  }

  private Path request(Wish wish, Path key) {
    Path request = file("request.pem");
    run(
        "req",
        "-new",
        "-utf8",
        "-key",
        key.toString(),
        "-subj",
        "/CN=" + wish.name(),
        "-out",
        request.toString());
    return request;
  }

  private Pair sign(Wish wish, Path key, List<String> by) {
    Path certificate = file("certificate.pem");
    Path request = request(wish, key);
    Path extensions = write("extensions", wish.extensions());
    Instant now = Instant.now();
    List<String> command = new ArrayList<>(List.of("ca", "-batch", "-notext", "-config", config()));
    command.addAll(by);
    command.addAll(
        List.of(
            "-md",
            wish.digest(),
            "-startdate",
            TIME.format(now.plus(wish.begins())),
            "-enddate",
            TIME.format(now.plus(wish.ends())),
            "-extfile",
            extensions.toString(),
            "-in",
            request.toString(),
            "-out",
            certificate.toString()));
    run(command.toArray(new String[0]));
    return new Pair(certificate, key);
  }

  private String config() {
    Path database = write("index", "");
    return write(
            "ca.cnf",
            """
            [ca]
            default_ca = only
            [only]
            database = %s
            new_certs_dir = %s
            rand_serial = yes
            unique_subject = no
            policy = any
            [any]
            commonName = optional
            """
                .formatted(database, folder))
        .toString();
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(file(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String name) {
    return folder.resolve(++files + "-" + name);
  }

  private void run(String... arguments) {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(command + ": " + said).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
