package dev.upkeep.database.paste;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.database.paste.Forms.Form;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every known form is read as its library reads it, wherever it leads.
final class FormsTest {
  static List<Form> forms() {
    return Forms.all();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void on_this_computer(Form form) {
    check(form, "127.0.0.1", "7001", "me");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void at_a_host_that_nobody_knows(Form form) {
    check(form, "shop.example", "7123", "me");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void with_another_port_and_user(Form form) {
    check(form, "10.20.30.40", "6390", "anna2");
  }

  private static void check(Form form, String host, String port, String user) {
    String text = form.text(host, port, user);
    assertThat(Forms.lines(ConnectionText.read(text)))
        .as("read from: %s", text)
        .isEqualTo(form.expected(host, port, user));
  }
}
