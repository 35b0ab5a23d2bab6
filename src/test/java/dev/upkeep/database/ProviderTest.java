package dev.upkeep.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderTest {
  @ParameterizedTest
  @CsvSource({
    "eu1-happy-fox-4711.upstash.io, UPSTASH",
    "EU1-HAPPY-FOX-4711.UPSTASH.IO, UPSTASH",
    "upstash.io, UPSTASH",
    "a.kv.vercel-storage.com, VERCEL",
    "redis-1.c1.eu-1.ec2.redns.redis-cloud.com, REDIS_CLOUD",
    "redis-1.c1.eu-1.ec2.cloud.redislabs.com, REDIS_CLOUD",
    "a.aivencloud.com, AIVEN",
    "a.oregon-keyvalue.render.com, RENDER",
    "a.proxy.rlwy.net, RAILWAY",
    "localhost, OTHER",
    "notupstash.io, OTHER",
    "upstash.io.example.com, OTHER",
  })
  void the_domain_of_the_host_names_the_provider(String host, Provider provider) {
    assertThat(Provider.of(host)).isEqualTo(provider);
  }

  @Test
  void upstash_and_vercel_have_the_same_window_and_an_unknown_server_has_none() {
    assertThat(Provider.UPSTASH.window()).contains(Duration.ofDays(30));
    assertThat(Provider.VERCEL.window()).isEqualTo(Provider.UPSTASH.window());
    assertThat(Provider.OTHER.window()).isEmpty();
  }
}
