package dev.upkeep.touch.tls;

import dev.upkeep.touch.tls.CertificateCases.Case;
import dev.upkeep.touch.tls.OpensslFiles.Pair;
import dev.upkeep.touch.tls.OpensslFiles.Wish;
import dev.upkeep.touch.tls.TlsException.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Servers whose certificates are of rare shapes: what authorities may do and not, names that are
/// odd, keys and signatures that few have, and chains with more than one way up.
final class CertificateShapes {
  private static final String LOCAL = "127.0.0.1";
  private static final String EXAMPLE = "db.example.com";

  private final OpensslFiles files;
  private final Pair root;
  private final String host;
  private final String named;
  private final List<Case> cases = new ArrayList<>();

  CertificateShapes(OpensslFiles files, Pair root, String host) {
    this.files = files;
    this.root = root;
    this.host = host;
    named = "subjectAltName=DNS:" + host + "\n";
    constraints();
    usages();
    names();
    keys();
    numbers();
    ways();
  }

  List<Case> all() {
    return cases;
  }

  private void constraints() {
    String local = "subjectAltName=IP:" + LOCAL + "\n";
    accept(
        "an address that its authority may sign",
        LOCAL,
        under("permitted;IP:127.0.0.0/255.0.0.0", local));
    refuse(
        "an address that its authority may not sign",
        LOCAL,
        under("permitted;IP:10.0.0.0/255.0.0.0", local));
    refuse(
        "an address that its authority excludes",
        LOCAL,
        under("excluded;IP:127.0.0.0/255.0.0.0", local));
    accept(
        "a name under an authority for some addresses",
        host,
        under("permitted;IP:10.0.0.0/255.0.0.0", named));
    refuse(
        "a name that an authority in between excludes", host, under("excluded;DNS:" + host, named));
    refuse(
        "one name of two that may not be",
        host,
        under("permitted;DNS:" + host, named.strip() + ",DNS:other.example.org\n"));
    refuse(
        "a subject that its authority may not sign",
        host,
        under("permitted;dirName:whose\n[whose]\nO=Somebody else", named));
    refuse(
        "a subject that its authority excludes",
        host,
        under("excluded;dirName:whose\n[whose]\nCN=server", named));
    Pair mild =
        between("Mild", OpensslFiles.AUTHORITY + "nameConstraints=permitted;DNS:example.org\n");
    refuse("a name that its authority may not sign, not critical", host, below(mild, named));
    Pair outer =
        between(
            "Outer",
            OpensslFiles.AUTHORITY + "nameConstraints=critical,permitted;DNS:example.org\n");
    Pair inner = files.signed(Wish.authority("Inner"), outer);
    refuse(
        "a name that an authority two above may not sign",
        host,
        files.signed(Wish.server(named), inner),
        files.joined(inner.certificate(), outer.certificate()));
  }

  private void usages() {
    String ca = "basicConstraints=critical,CA:TRUE\n";
    refuse(
        "an authority in between that may not sign",
        host,
        below(between("Mute", ca + "keyUsage=critical,digitalSignature\n"), named));
    refuse(
        "an authority in between for lists alone",
        host,
        below(between("Lists", ca + "keyUsage=critical,cRLSign\n"), named));
    refuse(
        "an authority in between for anything",
        host,
        below(
            between("Any", OpensslFiles.AUTHORITY + "extendedKeyUsage=anyExtendedKeyUsage\n"),
            named));
    accept(
        "an authority in between for servers",
        host,
        below(between("Servers", OpensslFiles.AUTHORITY + "extendedKeyUsage=serverAuth\n"), named));
    refuse(
        "an authority in between that does not say that it is one",
        host,
        below(between("Silent", "keyUsage=critical,keyCertSign\n"), named));
    refuse(
        "an authority in between with something critical that nobody knows",
        host,
        below(between("Strange", OpensslFiles.AUTHORITY + "1.2.3.4=critical,ASN1:NULL\n"), named));
    accept(
        "something that nobody knows and nobody must", host, leaf("1.2.3.4=ASN1:NULL\n" + named));
    accept("no word of what it is for", host, files.signed(Wish.server("").extended(named), root));
    refuse("for signing certificates alone", host, leaf("keyUsage=critical,keyCertSign\n" + named));
    accept("for signatures alone", host, leaf("keyUsage=critical,digitalSignature\n" + named));
    accept(
        "an authority as a server",
        host,
        leaf(
            OpensslFiles.AUTHORITY.replace("keyCertSign", "keyCertSign,digitalSignature") + named));
    Pair last =
        between(
            "Last but one",
            "basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign\n");
    Pair beyond = files.signed(Wish.authority("One too many"), last);
    Pair more = files.signed(Wish.authority("Two too many"), beyond);
    refuse(
        "a path longer by two",
        host,
        files.signed(Wish.server(named), more),
        files.joined(more.certificate(), beyond.certificate(), last.certificate()));
    accept(
        "a path as long as may be",
        host,
        below(
            between(
                "One",
                "basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign\n"),
            named));
  }

  private void names() {
    refuse(
        "a star for part of a label",
        "foo.example.com",
        leaf("subjectAltName=DNS:f*.example.com\n"));
    refuse(
        "a star behind part of a label",
        "foo.example.com",
        leaf("subjectAltName=DNS:*o.example.com\n"));
    refuse("a star alone", EXAMPLE, leaf("subjectAltName=DNS:*\n"));
    refuse("a star for a top level", "example.com", leaf("subjectAltName=DNS:*.com\n"));
    refuse("a star for nothing", "example.com", leaf("subjectAltName=DNS:*.example.com\n"));
    refuse(
        "a star in an international label",
        "xn--bcher-kva.example.com",
        leaf("subjectAltName=DNS:xn--*.example.com\n"));
    accept(
        "an international label for a star",
        "b\u00fccher.example.com",
        leaf("subjectAltName=DNS:*.example.com\n"));
    refuse(
        "a name with a dot at its end in the certificate",
        EXAMPLE,
        leaf("subjectAltName=DNS:" + EXAMPLE + ".\n"));
    refuse("a name with a dot before it", EXAMPLE, leaf("subjectAltName=DNS:.example.com\n"));
    accept(
        "a name in capitals in the certificate",
        EXAMPLE,
        leaf("subjectAltName=DNS:DB.EXAMPLE.COM\n"));
    refuse(
        "a mail address beside its common name",
        host,
        files.signed(Wish.server("subjectAltName=email:a@example.com\n").named(host), root));
    refuse(
        "a URI beside its common name",
        host,
        files.signed(Wish.server("subjectAltName=URI:https://" + host + "/\n").named(host), root));
    refuse(
        "another name beside its common name",
        host,
        files.signed(Wish.server("subjectAltName=DNS:other.example.org\n").named(host), root));
    refuse(
        "an address as its common name alone",
        LOCAL,
        files.signed(Wish.server("").named(LOCAL), root));
    refuse("an address of IPv6 that contains it", LOCAL, leaf("subjectAltName=IP:::ffff:7f00:1\n"));
    refuse(
        "a name that ends early",
        EXAMPLE,
        leaf("subjectAltName=DER:" + name(EXAMPLE + "\0.example.org") + "\n"));
    accept(
        "the last of a hundred names",
        host,
        leaf("subjectAltName=" + many() + ",DNS:" + host + "\n"));
  }

  private static String many() {
    StringBuilder names = new StringBuilder("DNS:n1.example.com");
    for (int i = 2; i < 100; i++) {
      names.append(",DNS:n").append(i).append(".example.com");
    }
    return names.toString();
  }

  /// `GeneralNames` with one `dNSName` of [RFC
  /// 5280](https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.6), in hexadecimal.
  private static String name(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return "30%02x82%02x%s"
        .formatted(bytes.length + 2, bytes.length, HexFormat.of().formatHex(bytes));
  }

  private void keys() {
    accept("a key ED448", host, files.signed(Wish.server(named).algorithm("ED448"), root));
    accept("a key RSA:4096", host, files.signed(Wish.server(named).algorithm("RSA:4096"), root));
    Pair rsa = files.signed(Wish.authority("RSA").algorithm("RSA:2048"), root);
    accept(
        "signed with RSA-PSS",
        host,
        files.signed(Wish.server(named), rsa, "rsa_padding_mode:pss", "rsa_pss_saltlen:32"),
        rsa.certificate());
    accept(
        "signed with RSA-PSS and SHA-512",
        host,
        files.signed(
            Wish.server(named).digest("sha512"),
            rsa,
            "rsa_padding_mode:pss",
            "rsa_pss_saltlen:digest"),
        rsa.certificate());
    refuse(
        "signed with RSA-PSS and SHA-1",
        host,
        files.signed(Wish.server(named).digest("sha1"), rsa, "rsa_padding_mode:pss"),
        rsa.certificate());
    accept(
        "a key for RSA-PSS alone",
        host,
        files.signed(Wish.server(named).algorithm("RSA-PSS:2048"), root));
    Pair ed = files.signed(Wish.authority("Ed").algorithm("ED25519").digest("sha256"), root);
    accept(
        "signed with Ed25519",
        host,
        files.signed(Wish.server(named).digest("null"), ed),
        ed.certificate());
    Pair big = files.signed(Wish.authority("P-521").algorithm("EC:P-521"), root);
    accept(
        "signed with P-521 and SHA-512",
        host,
        files.signed(Wish.server(named).digest("sha512"), big),
        big.certificate());
    refuse("MD5", host, files.signed(Wish.server(named).digest("md5"), rsa), rsa.certificate());
    Pair sha1 = files.signed(Wish.authority("SHA-1 in between").digest("sha1"), root);
    refuse(
        "an authority in between signed with SHA-1",
        host,
        files.signed(Wish.server(named), sha1),
        sha1.certificate());
    refuse(
        "a key secp256k1", host, files.signed(Wish.server(named).algorithm("EC:secp256k1"), root));
    refuse(
        "a key of 192 bits",
        host,
        files.signed(Wish.server(named).algorithm("EC:prime192v1"), root));
  }

  private void numbers() {
    accept(
        "a serial number of zero", host, files.plain(Wish.server(named), Optional.of(root), "0"));
    accept(
        "a negative serial number", host, files.plain(Wish.server(named), Optional.of(root), "-5"));
    accept(
        "a serial number of 20 bytes",
        host,
        files.plain(
            Wish.server(named), Optional.of(root), "0x7fffffffffffffffffffffffffffffffffffffff"));
    Pair first = files.plain(Wish.authority("First version").extended(""), Optional.of(root), "7");
    refuse(
        "an authority in between of version 1",
        host,
        files.signed(Wish.server(named), first),
        first.certificate());
    Pair old =
        files.plain(Wish.authority("First version root").extended(""), Optional.empty(), "8");
    trust(
        "a trusted authority of version 1",
        files.signed(Wish.server(named), old),
        old.certificate());
    refuse(
        "version 1",
        host,
        files.plain(Wish.server("").extended("").named(host), Optional.of(root), "9"));
    Pair early = files.signed(Wish.authority("Early").valid(1, 60), root);
    refuse(
        "an authority in between of the future",
        host,
        files.signed(Wish.server(named), early),
        early.certificate());
  }

  /// Where an authority has more than one certificate, or a name more than one authority.
  private void ways() {
    Pair middle = files.signed(Wish.authority("Twice"), root);
    Path expired = files.crossSigned(Wish.authority("Twice").valid(-60, -1), middle, root);
    Pair server = files.signed(Wish.server(named), middle);
    accept(
        "an expired authority before a valid one with its key",
        host,
        server,
        files.joined(expired, middle.certificate()));
    accept(
        "a valid authority before an expired one with its key",
        host,
        server,
        files.joined(middle.certificate(), expired));
    Pair namesake = files.signed(Wish.authority("Twice"), root);
    accept(
        "another authority of its name before the right one",
        host,
        server,
        files.joined(namesake.certificate(), middle.certificate()));
    Pair stranger = files.selfSigned(Wish.authority("Stranger above"));
    Path cross = files.crossSigned(Wish.authority("Twice"), middle, stranger);
    refuse(
        "an authority signed by a stranger before itself signed by ours",
        host,
        server,
        files.joined(cross, middle.certificate()));
    accept(
        "its root as well", host, server, files.joined(middle.certificate(), root.certificate()));
    Pair upper = files.signed(Wish.authority("Upper"), root);
    Pair lower = files.signed(Wish.authority("Lower"), upper);
    accept(
        "a chain out of order",
        host,
        files.signed(Wish.server(named), lower),
        files.joined(upper.certificate(), lower.certificate()));
    accept(
        "a chain with one that does not belong",
        host,
        server,
        files.joined(stranger.certificate(), middle.certificate()));
    Pair renewed = files.selfSigned(Wish.authority("Renewed"));
    Pair before = files.selfSigned(Wish.authority("Renewed").valid(-60, -1), renewed);
    trust(
        "an expired root beside the same renewed",
        files.signed(Wish.server(named), renewed),
        files.joined(before.certificate(), renewed.certificate()));
    Pair keyed =
        files.selfSigned(
            Wish.authority("Keyed")
                .extended(OpensslFiles.AUTHORITY + "subjectKeyIdentifier=hash\n"));
    String wrong = "authorityKeyIdentifier=DER:30168014" + "41".repeat(20) + "\n";
    distrust(
        "of another key of its authority",
        files.signed(Wish.server(named + wrong), keyed),
        keyed.certificate());
    String serial = "authorityKeyIdentifier=DER:3003820141\n";
    distrust(
        "of another certificate of its authority",
        files.signed(Wish.server(named + serial), keyed),
        keyed.certificate());
  }

  private Pair leaf(String extensions) {
    return files.signed(Wish.server(extensions), root);
  }

  private Pair between(String name, String extensions) {
    return files.signed(Wish.authority(name).extended(extensions), root);
  }

  /// A server and the authority right above it.
  private record Signed(Pair server, Path chain) {}

  private Signed below(Pair authority, String extensions) {
    return new Signed(files.signed(Wish.server(extensions), authority), authority.certificate());
  }

  private Signed under(String constraint, String extensions) {
    return below(
        between("Bound", OpensslFiles.AUTHORITY + "nameConstraints=critical," + constraint + "\n"),
        extensions);
  }

  private void accept(String name, String whom, Signed signed) {
    accept(name, whom, signed.server(), signed.chain());
  }

  private void accept(String name, String whom, Pair server, Path chain) {
    add(name, whom, server, Optional.of(chain), Optional.empty(), List.of());
  }

  private void accept(String name, String whom, Pair server) {
    add(name, whom, server, Optional.empty(), Optional.empty(), List.of());
  }

  private void refuse(String name, String whom, Signed signed) {
    refuse(name, whom, signed.server(), signed.chain());
  }

  private void refuse(String name, String whom, Pair server, Path chain) {
    add(name, whom, server, Optional.of(chain), Optional.empty(), List.of(Reason.values()));
  }

  private void refuse(String name, String whom, Pair server) {
    add(name, whom, server, Optional.empty(), Optional.empty(), List.of(Reason.values()));
  }

  private void trust(String name, Pair server, Path authority) {
    add(name, host, server, Optional.empty(), Optional.of(authority), List.of());
  }

  private void distrust(String name, Pair server, Path authority) {
    add(name, host, server, Optional.empty(), Optional.of(authority), List.of(Reason.values()));
  }

  private void add(
      String name,
      String whom,
      Pair server,
      Optional<Path> chain,
      Optional<Path> trusted,
      List<Reason> refused) {
    List<String> options = new ArrayList<>(List.of("-cipher", "DEFAULT@SECLEVEL=0"));
    chain.ifPresent(path -> options.addAll(List.of("-cert_chain", path.toString())));
    cases.add(new Case(name, whom, server, options, trusted, refused));
  }
}
