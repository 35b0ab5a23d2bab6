package dev.upkeep.touch.tls;

import dev.upkeep.touch.tls.OpensslFiles.Pair;
import dev.upkeep.touch.tls.OpensslFiles.Wish;
import dev.upkeep.touch.tls.TlsException.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Servers with good and bad certificates, each bad one in one way only.
final class CertificateCases {
  static final String HOST = "db.example.com";
  private static final String NAMED = "subjectAltName=DNS:" + HOST + "\n";

  private final OpensslFiles files;
  private final Pair root;
  private final List<Case> cases = new ArrayList<>();

  CertificateCases(Path folder) {
    files = new OpensslFiles(folder);
    root = files.selfSigned(Wish.authority("Root of the tests"));
    good();
    bad();
  }

  /// One server.
  ///
  /// @param host whom we mean
  /// @param refused empty if it is to be accepted; every reason that a way may give
  record Case(String name, String host, Pair pair, List<String> options, List<Reason> refused) {
    @Override
    public String toString() {
      return name;
    }
  }

  List<Case> all() {
    return cases;
  }

  /// What all of them trust.
  Path directory() {
    return files.directory(root);
  }

  Path file() {
    return root.certificate();
  }

  private void good() {
    Pair server = files.signed(Wish.server(NAMED), root);
    accept("a name", HOST, server);
    accept("a name in another case", "DB.Example.COM", server);
    accept("a name with a dot at its end", HOST + ".", server);
    accept("TLS 1.2 alone", HOST, server, "-tls1_2");
    accept("TLS 1.3 alone", HOST, server, "-tls1_3");
    accept("P-384 alone", HOST, server, "-groups", "P-384");
    accept("RSA", HOST, files.signed(Wish.server(NAMED).algorithm("RSA:2048"), root));
    accept("a wildcard", HOST, files.signed(Wish.server("subjectAltName=DNS:*.example.com"), root));
    accept(
        "an address", "127.0.0.1", files.signed(Wish.server("subjectAltName=IP:127.0.0.1"), root));
    accept("an address of IPv6", "::1", files.signed(Wish.server("subjectAltName=IP:::1"), root));
    accept(
        "an international name",
        "b\u00fccher.example.com",
        files.signed(Wish.server("subjectAltName=DNS:xn--bcher-kva.example.com"), root));
    Pair middle = files.signed(Wish.authority("Middle"), root);
    accept(
        "an authority in between",
        HOST,
        files.signed(Wish.server(NAMED), middle),
        "-cert_chain",
        middle.certificate().toString());
    Pair here =
        files.signed(
            Wish.authority("Here only")
                .extended(
                    OpensslFiles.AUTHORITY + "nameConstraints=critical,permitted;DNS:example.com"),
            root);
    accept(
        "a name that its authority may sign",
        HOST,
        files.signed(Wish.server(NAMED), here),
        "-cert_chain",
        here.certificate().toString());
  }

  private void bad() {
    Pair middle = files.signed(Wish.authority("Middle"), root);
    refuse(
        "an authority missing in between",
        files.signed(Wish.server(NAMED), middle),
        Reason.UNTRUSTED);
    refuse(
        "another host",
        files.signed(Wish.server("subjectAltName=DNS:db.example.org"), root),
        Reason.OTHER_HOST);
    refuse(
        "a wildcard too high",
        files.signed(Wish.server("subjectAltName=DNS:*.com"), root),
        Reason.OTHER_HOST);
    refuse(
        "its common name alone",
        files.signed(Wish.server("").named(HOST), root),
        Reason.OTHER_HOST);
    refuse(
        "an address beside its common name",
        files.signed(Wish.server("subjectAltName=IP:127.0.0.1").named(HOST), root),
        Reason.OTHER_HOST);
    refuse(
        "127.0.0.1",
        "another address",
        files.signed(Wish.server("subjectAltName=IP:127.0.0.2"), root),
        Reason.OTHER_HOST);
    refuse(
        "127.0.0.1",
        "an address as a name",
        files.signed(Wish.server("subjectAltName=DNS:127.0.0.1"), root),
        Reason.OTHER_HOST);
    refuse("expired", files.signed(Wish.server(NAMED).valid(-30, -1), root), Reason.EXPIRED);
    refuse(
        "not yet valid", files.signed(Wish.server(NAMED).valid(1, 30), root), Reason.NOT_YET_VALID);
    refuse(
        "for clients",
        files.signed(Wish.server("").extended("extendedKeyUsage=clientAuth\n" + NAMED), root),
        Reason.NOT_FOR_SERVERS);
    refuse("self-signed", files.selfSigned(Wish.server(NAMED)), Reason.SELF_SIGNED);
    Pair stranger = files.selfSigned(Wish.authority("Stranger"));
    refuse("an unknown authority", files.signed(Wish.server(NAMED), stranger), Reason.UNTRUSTED);
    refuse(
        "an unknown authority that is sent along",
        files.signed(Wish.server(NAMED), stranger),
        stranger,
        Reason.UNTRUSTED);
    Pair impostor = files.selfSigned(Wish.authority("Root of the tests"));
    refuse(
        "an authority of the same name",
        files.signed(Wish.server(NAMED), impostor),
        Reason.UNTRUSTED,
        Reason.REJECTED);
    Pair server = files.signed(Wish.server(NAMED), root);
    refuse(
        "an authority that is none",
        files.signed(Wish.server(NAMED), server),
        server,
        Reason.REJECTED);
    Pair old = files.signed(Wish.authority("Old").valid(-60, -1), root);
    refuse(
        "an expired authority in between",
        files.signed(Wish.server(NAMED), old),
        old,
        Reason.AUTHORITY_EXPIRED);
    Pair elsewhere =
        files.signed(
            Wish.authority("Elsewhere")
                .extended(
                    OpensslFiles.AUTHORITY + "nameConstraints=critical,permitted;DNS:example.org"),
            root);
    refuse(
        "a name that its authority may not sign",
        files.signed(Wish.server(NAMED), elsewhere),
        elsewhere,
        Reason.REJECTED);
    Pair last =
        files.signed(
            Wish.authority("Last")
                .extended(
                    "basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign\n"),
            root);
    Pair beyond = files.signed(Wish.authority("Beyond"), last);
    refuseOver(
        "a path too long",
        files.signed(Wish.server(NAMED), beyond),
        files.joined(beyond.certificate(), last.certificate()),
        Reason.REJECTED);
    refuse(
        "RSA of 1,024 bits",
        files.signed(Wish.server(NAMED).algorithm("RSA:1024"), root),
        Reason.TOO_WEAK);
    Pair weak = files.signed(Wish.authority("Weak").algorithm("RSA:1024"), root);
    refuse(
        "an authority of 1,024 bits",
        files.signed(Wish.server(NAMED), weak),
        weak,
        Reason.TOO_WEAK);
    refuse("SHA-1", files.signed(Wish.server(NAMED).digest("sha1"), root), Reason.TOO_WEAK);
    cases.add(
        new Case(
            "TLS 1.1 alone",
            HOST,
            server,
            List.of("-tls1_1", "-cipher", "DEFAULT@SECLEVEL=0"),
            List.of(Reason.PROTOCOL)));
  }

  private void accept(String name, String host, Pair pair, String... options) {
    cases.add(new Case(name, host, pair, List.of(options), List.of()));
  }

  private void refuse(String name, Pair pair, Reason... reasons) {
    refuse(HOST, name, pair, reasons);
  }

  private void refuse(String host, String name, Pair pair, Reason... reasons) {
    // So that the server itself does not refuse to show what is weak.
    cases.add(
        new Case(name, host, pair, List.of("-cipher", "DEFAULT@SECLEVEL=0"), List.of(reasons)));
  }

  private void refuse(String name, Pair pair, Pair between, Reason... reasons) {
    refuseOver(name, pair, between.certificate(), reasons);
  }

  private void refuseOver(String name, Pair pair, Path chain, Reason... reasons) {
    cases.add(
        new Case(
            name,
            HOST,
            pair,
            List.of("-cipher", "DEFAULT@SECLEVEL=0", "-cert_chain", chain.toString()),
            List.of(reasons)));
  }
}
