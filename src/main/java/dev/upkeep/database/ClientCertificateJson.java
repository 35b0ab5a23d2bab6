package dev.upkeep.database;

import dev.upkeep.json.Json;
import dev.upkeep.json.JsonBuilder;
import java.util.Optional;

/// A [ClientCertificate] as JSON. Its member names are there for ever.
final class ClientCertificateJson {
  private static final String CERTIFICATE = "certificate";
  private static final String KEY = "key";
  private static final String PASSPHRASE = "passphrase";

  private ClientCertificateJson() {}

  static Json write(ClientCertificate shown) {
    JsonBuilder json = Json.object().put(CERTIFICATE, shown.certificate());
    return json.putIfPresent(KEY, shown.key()).putIfPresent(PASSPHRASE, shown.passphrase()).build();
  }

  /// Empty if it is none. Whether the references can be used is for [DatabaseRules] to say.
  static Optional<ClientCertificate> read(Json json) {
    Optional<Json.Obj> members = json.asObject();
    if (members.isEmpty() || isOdd(members.get(), KEY) || isOdd(members.get(), PASSPHRASE)) {
      return Optional.empty();
    }
    return members
        .get()
        .string(CERTIFICATE)
        .map(certificate ->
            new ClientCertificate(
                certificate, members.get().string(KEY), members.get().string(PASSPHRASE)));
  }

  private static boolean isOdd(Json.Obj members, String name) {
    return members.get(name).isPresent() && members.string(name).isEmpty();
  }
}
