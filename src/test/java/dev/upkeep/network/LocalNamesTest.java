package dev.upkeep.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LocalNamesTest {
  private static final String SHOP = "shop.upstash.example.com";

  @TempDir private Path folder;

  @AfterEach
  void forget() {
    LocalNames.forget(SHOP);
  }

  private Resolver answering(String... addresses) {
    List<InetAddress> all = new ArrayList<>();
    for (String address : addresses) {
      all.add(InetAddress.ofLiteral(address));
    }
    return LocalNames.over(name -> all, folder.resolve("hosts"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.0.0.53", "0.0.0.0", "::1", "::"})
  void a_public_name_that_leads_only_here_is_not_resolved(String address) {
    assertThatExceptionOfType(LocalNames.AstrayException.class)
        .isThrownBy(() -> answering(address).resolve(SHOP));
  }

  @Test
  void one_that_leads_elsewhere_too_is() throws Exception {
    assertThat(answering("127.0.0.1", "203.0.113.7").resolve(SHOP)).hasSize(2);
    assertThat(answering("10.0.0.7").resolve(SHOP)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "redis", "shop.local", "shop.test", "a.localhost"})
  void a_name_of_this_house_may_lead_here(String name) throws Exception {
    assertThat(answering("127.0.0.1").resolve(name)).hasSize(1);
  }

  @Test
  void so_may_one_of_which_the_hosts_file_says_so() throws Exception {
    Files.writeString(
        folder.resolve("hosts"),
        "127.0.0.1 localhost\n127.0.0.1\tother Shop.Upstash.Example.com # x\n");

    assertThat(answering("127.0.0.1").resolve(SHOP)).hasSize(1);
    assertThatExceptionOfType(LocalNames.AstrayException.class)
        .isThrownBy(() -> answering("127.0.0.1").resolve("x.example.com"));
  }

  @Test
  void so_may_one_that_was_verified_that_way() throws Exception {
    LocalNames.allow("Shop.upstash.example.com.");

    assertThat(answering("127.0.0.1").resolve(SHOP)).hasSize(1);
  }
}
