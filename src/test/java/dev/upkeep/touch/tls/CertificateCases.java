package dev.upkeep.touch.tls;

import dev.upkeep.touch.tls.OpensslFiles.Pair;
import dev.upkeep.touch.tls.OpensslFiles.Wish;
import dev.upkeep.touch.tls.TlsException.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Servers with good and bad certificates, each bad one in one way only.
final class CertificateCases {
  private static final String HOST = "db.example.com";

  private final OpensslFiles files;
  private final String host;
  private final String named;
  private final Pair root;
  private final List<Case> cases = new ArrayList<>();

  CertificateCases(Path folder) {
    this(folder, HOST);
  }

  /// @param host whom most of them are for
  CertificateCases(Path folder, String host) {
    this.host = host;
    named = "subjectAltName=DNS:" + host + "\n";
    files = new OpensslFiles(folder);
    root = files.selfSigned(Wish.authority("Root of the tests"));
    good();
    bad();
    byAuthority();
    cases.addAll(new CertificateShapes(files, root, host).all());
  }

  /// One server.
  ///
  /// @param host whom we mean
  /// @param trusted the one file of authorities that it is to be judged by, where it is its own
  /// @param refused empty if it is to be accepted; every reason that a way may give
  record Case(
      String name,
      String host,
      Pair pair,
      List<String> options,
      Optional<Path> trusted,
      List<Reason> refused) {
    Case(String name, String host, Pair pair, List<String> options, List<Reason> refused) {
      this(name, host, pair, options, Optional.empty(), refused);
    }

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
    Pair server = files.signed(Wish.server(named), root);
    accept("a name", host, server);
    accept("a name in another case", host.toUpperCase(Locale.ROOT), server);
    accept("a name with a dot at its end", host + ".", server);
    accept("TLS 1.2 alone", host, server, "-tls1_2");
    accept("TLS 1.3 alone", host, server, "-tls1_3");
    accept("P-384 alone", host, server, "-groups", "P-384");
    accept("RSA", host, files.signed(Wish.server(named).algorithm("RSA:2048"), root));
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
        host,
        files.signed(Wish.server(named), middle),
        "-cert_chain",
        middle.certificate().toString());
    Pair here =
        files.signed(
            Wish.authority("Here only")
                .extended(
                    OpensslFiles.AUTHORITY + "nameConstraints=critical,permitted;DNS:" + host),
            root);
    accept(
        "a name that its authority may sign",
        host,
        files.signed(Wish.server(named), here),
        "-cert_chain",
        here.certificate().toString());
  }

  private void bad() {
    Pair middle = files.signed(Wish.authority("Middle"), root);
    refuse(
        "an authority missing in between",
        files.signed(Wish.server(named), middle),
        Reason.UNTRUSTED);
    refuse(
        "another host",
        files.signed(Wish.server("subjectAltName=DNS:db.example.org"), root),
        Reason.OTHER_HOST);
    refuse(
        HOST,
        "a wildcard too high",
        files.signed(Wish.server("subjectAltName=DNS:*.com"), root),
        Reason.OTHER_HOST);
    refuse(
        "its common name alone",
        files.signed(Wish.server("").named(host), root),
        Reason.OTHER_HOST);
    refuse(
        "an address beside its common name",
        files.signed(Wish.server("subjectAltName=IP:127.0.0.1").named(host), root),
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
    refuse("expired", files.signed(Wish.server(named).valid(-30, -1), root), Reason.EXPIRED);
    refuse(
        "not yet valid", files.signed(Wish.server(named).valid(1, 30), root), Reason.NOT_YET_VALID);
    refuse(
        "for clients",
        files.signed(Wish.server("").extended("extendedKeyUsage=clientAuth\n" + named), root),
        Reason.NOT_FOR_SERVERS);
    refuse("self-signed", files.selfSigned(Wish.server(named)), Reason.SELF_SIGNED);
    Pair stranger = files.selfSigned(Wish.authority("Stranger"));
    refuse("an unknown authority", files.signed(Wish.server(named), stranger), Reason.UNTRUSTED);
    refuse(
        "an unknown authority that is sent along",
        files.signed(Wish.server(named), stranger),
        stranger,
        Reason.UNTRUSTED);
    Pair impostor = files.selfSigned(Wish.authority("Root of the tests"));
    refuse(
        "an authority of the same name",
        files.signed(Wish.server(named), impostor),
        Reason.UNTRUSTED,
        Reason.REJECTED);
    Pair server = files.signed(Wish.server(named), root);
    refuse(
        "an authority that is none",
        files.signed(Wish.server(named), server),
        server,
        Reason.REJECTED);
    Pair old = files.signed(Wish.authority("Old").valid(-60, -1), root);
    refuse(
        "an expired authority in between",
        files.signed(Wish.server(named), old),
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
        files.signed(Wish.server(named), elsewhere),
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
        files.signed(Wish.server(named), beyond),
        files.joined(beyond.certificate(), last.certificate()),
        Reason.REJECTED);
    refuse(
        "RSA of 1,024 bits",
        files.signed(Wish.server(named).algorithm("RSA:1024"), root),
        Reason.TOO_WEAK);
    Pair weak = files.signed(Wish.authority("Weak").algorithm("RSA:1024"), root);
    refuse(
        "an authority of 1,024 bits",
        files.signed(Wish.server(named), weak),
        weak,
        Reason.TOO_WEAK);
    refuse("SHA-1", files.signed(Wish.server(named).digest("sha1"), root), Reason.TOO_WEAK);
    cases.add(
        new Case(
            "TLS 1.1 alone",
            host,
            server,
            List.of("-tls1_1", "-cipher", "DEFAULT@SECLEVEL=0"),
            List.of(Reason.PROTOCOL)));
  }

  /// What an authority may do is written in its own certificate.
  private void byAuthority() {
    String constrained = OpensslFiles.AUTHORITY + "nameConstraints=critical,";
    Pair here =
        files.selfSigned(Wish.authority("Here").extended(constrained + "permitted;DNS:" + host));
    trust("a name that the trusted authority may sign", signedBy(here), here);
    Pair elsewhere =
        files.selfSigned(
            Wish.authority("Elsewhere root").extended(constrained + "permitted;DNS:example.org"));
    distrust(
        "a name that the trusted authority may not sign",
        signedBy(elsewhere),
        elsewhere,
        Reason.REJECTED);
    Pair excluding =
        files.selfSigned(
            Wish.authority("Excluding").extended(constrained + "excluded;DNS:" + host));
    distrust(
        "a name that the trusted authority excludes",
        signedBy(excluding),
        excluding,
        Reason.REJECTED);
    Pair old = files.selfSigned(Wish.authority("Old root").valid(-60, -1));
    distrust("an expired trusted authority", signedBy(old), old, Reason.AUTHORITY_EXPIRED);
    Pair early = files.selfSigned(Wish.authority("Early root").valid(1, 60));
    distrust(
        "a trusted authority of the future",
        signedBy(early),
        early,
        Reason.REJECTED,
        Reason.NOT_YET_VALID);
    Pair weak = files.selfSigned(Wish.authority("Weak root").algorithm("RSA:1024"));
    distrust("a trusted authority of 1,024 bits", signedBy(weak), weak, Reason.TOO_WEAK);
    Pair sha1 = files.selfSigned(Wish.authority("SHA-1 root").algorithm("RSA:2048").digest("sha1"));
    trust("a trusted authority whose own signature is SHA-1", signedBy(sha1), sha1);
    Pair none =
        files.selfSigned(Wish.authority("None").extended("basicConstraints=critical,CA:FALSE\n"));
    distrust(
        "a trusted authority that is none",
        signedBy(none),
        none,
        Reason.REJECTED,
        Reason.UNTRUSTED);
    Pair mute =
        files.selfSigned(
            Wish.authority("Mute")
                .extended(
                    "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,digitalSignature\n"));
    distrust(
        "a trusted authority that may not sign",
        signedBy(mute),
        mute,
        Reason.REJECTED,
        Reason.UNTRUSTED);
    Pair clients =
        files.selfSigned(
            Wish.authority("Clients")
                .extended(OpensslFiles.AUTHORITY + "extendedKeyUsage=clientAuth\n"));
    distrust("a trusted authority for clients", signedBy(clients), clients, Reason.NOT_FOR_SERVERS);
    Pair last =
        files.selfSigned(
            Wish.authority("Last root")
                .extended(
                    "basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign\n"));
    trust("right below a trusted authority that allows no other", signedBy(last), last);
    Pair beyond = files.signed(Wish.authority("Beyond"), last);
    cases.add(
        new Case(
            "two below a trusted authority that allows no other",
            host,
            signedBy(beyond),
            List.of("-cert_chain", beyond.certificate().toString()),
            Optional.of(last.certificate()),
            List.of(Reason.REJECTED, Reason.UNTRUSTED)));
    Pair forClients =
        files.signed(
            Wish.authority("Middle for clients")
                .extended(OpensslFiles.AUTHORITY + "extendedKeyUsage=clientAuth\n"),
            root);
    refuse(
        "an authority in between for clients",
        signedBy(forClients),
        forClients,
        Reason.NOT_FOR_SERVERS);
    byItself();
    algorithms();
    names();
  }

  private void byItself() {
    Pair itself = files.selfSigned(Wish.server(named));
    trust("its own authority", itself, itself);
    Pair expired = files.selfSigned(Wish.server(named).valid(-30, -1));
    distrust("its own authority, expired", expired, expired, Reason.EXPIRED);
    Pair other = files.selfSigned(Wish.server("subjectAltName=DNS:db.example.org"));
    distrust("its own authority, for another host", other, other, Reason.OTHER_HOST);
    Pair leaf = files.signed(Wish.server(named), root);
    distrust("a server's certificate in place of its authority", leaf, leaf, Reason.UNTRUSTED);
    Pair middle = files.signed(Wish.authority("Middle alone"), root);
    distrust(
        "an authority in between in place of its own", signedBy(middle), middle, Reason.UNTRUSTED);
    cases.add(
        new Case(
            "what the server does not send is in the file",
            host,
            signedBy(middle),
            List.of(),
            Optional.of(files.joined(middle.certificate(), root.certificate())),
            List.of()));
  }

  private void algorithms() {
    for (String algorithm : List.of("ED25519", "EC:P-384", "EC:P-521", "RSA:3072")) {
      Wish wish = Wish.server(named).algorithm(algorithm);
      accept("a key " + algorithm, host, files.signed(wish, root));
    }
    Pair lowest = root;
    Path chain = root.certificate();
    for (int i = 1; i <= 5; i++) {
      lowest = files.signed(Wish.authority("Level " + i), lowest);
      chain = i == 1 ? lowest.certificate() : files.joined(lowest.certificate(), chain);
    }
    accept("five authorities in between", host, signedBy(lowest), "-cert_chain", chain.toString());
  }

  private void names() {
    refuse(
        "a.db.example.com",
        "a wildcard over two labels",
        files.signed(Wish.server("subjectAltName=DNS:*.example.com"), root),
        Reason.OTHER_HOST);
    refuse(
        "a.db.example.com",
        "two wildcards",
        files.signed(Wish.server("subjectAltName=DNS:*.*.example.com"), root),
        Reason.OTHER_HOST);
    refuse(
        "db.a.example.com",
        "a wildcard in the middle",
        files.signed(Wish.server("subjectAltName=DNS:db.*.example.com"), root),
        Reason.OTHER_HOST);
    refuse(
        "for anything",
        files.signed(
            Wish.server("").extended("extendedKeyUsage=anyExtendedKeyUsage\n" + named), root),
        Reason.NOT_FOR_SERVERS);
    refuse(
        "what nobody knows, and critical",
        files.signed(Wish.server(named + "1.2.3.4=critical,ASN1:NULL"), root),
        Reason.REJECTED);
  }

  private Pair signedBy(Pair authority) {
    return files.signed(Wish.server(named), authority);
  }

  private void trust(String name, Pair pair, Pair authority) {
    cases.add(
        new Case(name, host, pair, List.of(), Optional.of(authority.certificate()), List.of()));
  }

  private void distrust(String name, Pair pair, Pair authority, Reason... reasons) {
    cases.add(
        new Case(
            name,
            host,
            pair,
            List.of("-cipher", "DEFAULT@SECLEVEL=0"),
            Optional.of(authority.certificate()),
            List.of(reasons)));
  }

  private void accept(String name, String host, Pair pair, String... options) {
    cases.add(new Case(name, host, pair, List.of(options), List.of()));
  }

  private void refuse(String name, Pair pair, Reason... reasons) {
    refuse(host, name, pair, reasons);
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
            host,
            pair,
            List.of("-cipher", "DEFAULT@SECLEVEL=0", "-cert_chain", chain.toString()),
            List.of(reasons)));
  }
}
