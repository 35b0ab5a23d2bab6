package dev.upkeep.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.Database;
import dev.upkeep.database.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What other programs read is the same whatever language its writer speaks.
final class DeployLocaleTest {
  private static final Locale USUAL = Locale.getDefault();

  @AfterEach
  void giveBack() {
    Locale.setDefault(USUAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ar-SA-u-nu-arab",
        "fa-IR-u-nu-arabext",
        "hi-IN-u-nu-deva",
        "th-TH-u-ca-buddhist-nu-thai",
        "tr-TR",
        "ar-EG"
      })
  void files_for_machines_do_not_follow_the_locale(String tag) {
    Database shop =
        Database.of(
            new UUID(7, 1),
            "shop I\u0131i",
            new Endpoint.Redis("h.upstash.io", 6379, Optional.of("default"), true));
    for (Duration interval :
        List.of(
            Duration.ofMinutes(7), Duration.ofHours(6), Duration.ofDays(1), Duration.ofDays(11))) {
      Database every = shop.edit().interval(Optional.of(interval)).done();
      for (Engine engine : Engine.values()) {
        Locale.setDefault(Locale.ROOT);
        String plain = all(engine, every);

        Locale.setDefault(Locale.forLanguageTag(tag));

        assertThat(all(engine, every)).isEqualTo(plain);
      }
    }
  }

  private static String all(Engine engine, Database database) {
    Deployment deployment =
        Deployment.of(
            engine,
            List.of(new DeployedDatabase(database, Optional.empty())),
            Duration.ofHours(6),
            Parameters.DEFAULT);
    StringBuilder text = new StringBuilder();
    deployment.files().forEach(file -> text.append(file.path()).append('\n').append(file.text()));
    return text.toString();
  }
}
