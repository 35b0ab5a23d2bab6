package dev.upkeep.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicHostsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "eu1-cat-1.upstash.io",
        "EU1-CAT-1.UPSTASH.IO.",
        "mylocal.example.com",
        "local.example.com",
        "notlan.io",
        "contest.dev",
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "100.63.255.255",
        "100.128.0.0",
        "2606:4700:4700::1111",
        "[2606:4700:4700::1111]",
        "fe00::1",
      })
  void isOutOnTheInternet(String host) {
    assertThat(PublicHosts.isPublic(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST",
        "localhost.",
        "db.localhost",
        "nas",
        "nas.local",
        "Nas.Local.",
        "redis.svc.cluster.local",
        "metadata.google.internal",
        "db.lan",
        "db.home.arpa",
        "db.localdomain",
        "redis.test",
        "127.0.0.1",
        "127.255.255.254",
        "127.1",
        "0x7f.0.0.1",
        "0.0.0.0",
        "10.0.0.1",
        "10.255.255.255",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "169.254.1.1",
        "224.0.0.1",
        "::",
        "::1",
        "[::1]",
        "fe80::1",
        "fe80::1%eth0",
        "[fe80::1%25eth0]",
        "fc00::1",
        "fdff::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "",
        ".",
        ".com",
        "[",
        "[]",
      })
  void isInThisHouse(String host) {
    assertThat(PublicHosts.isPublic(host)).isFalse();
  }
}
