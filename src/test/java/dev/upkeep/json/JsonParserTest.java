package dev.upkeep.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonParserTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "false",
        "0",
        "-0",
        "123.456e-7",
        "\"\"",
        "[]",
        "{}",
        " \t\r\n[ 1 , 2 ] \n",
        "{\"\":0}",
        "[\"\\u0000\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
        "[\"\\ud800\"]",
        "[\"\u007f\u2028é😀\"]",
        "{\"a\":{\"a\":1}}"
      })
  void whatTheRfcAllowsIsRead(String text) throws JsonException {
    Json value = Json.parse(text);

    assertThat(Json.parse(value.write())).isEqualTo(value);
    assertThat(Json.parse(value.writePretty())).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "canary",
        "nul",
        "True",
        "NULL",
        "NaN",
        "[NaN]",
        "Infinity",
        "-Infinity",
        "01",
        "-01",
        "-",
        "+1",
        "1.",
        ".5",
        "1e",
        "0x10",
        "1a",
        "[1,]",
        "[,1]",
        "[1,,2]",
        "[1 2]",
        "[1;2]",
        "[1",
        "]",
        "{\"a\":1,}",
        "{\"a\"}",
        "{\"a\" 1}",
        "{\"a\"=1}",
        "{\"a\"=>1}",
        "{\"a\":1;\"b\":2}",
        "{a:1}",
        "{'a':1}",
        "{1:1}",
        "['canary']",
        "{\"a\":1",
        "{\"a\":",
        "}",
        "\"canary",
        "\"can\nary\"",
        "\"can\u0000ary\"",
        "\"\\x\"",
        "\"\\'\"",
        "\"\\\n\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "[1]x",
        "[1][2]",
        "{} {}",
        "1 2",
        "\"canary\" // canary",
        "/* canary */ 1",
        "# canary\n1",
        "[1]\u0000",
        "\f1",
        "\u00a01",
        ")]}'\n[1]",
        "<!doctype html><p>canary"
      })
  void whatTheRfcDoesNotAllowIsRejectedAndNeverQuoted(String text) {
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> Json.parse(text))
        .withMessageNotContainingAny("canary", "$")
        .withNoCause();
  }

  @Test
  void aNameThatOccursTwiceIsRejected() {
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> Json.parse("{\"canary\":1,\"c\\u0061nary\":2}"))
        .withMessageStartingWith("a member name occurs twice at line 1, column ");
  }

  @Test
  void aProblemIsLocatedByLineAndColumnAlone() {
    JsonException e =
        catchThrowableOfType(
            JsonException.class, () -> Json.parse("{\n \"canary\": {\"x\": canary}}"));

    assertThat(e).hasMessageMatching("not valid JSON at line 2, column \\d+");
  }

  @Test
  void memberNamesCannotPretendToBeThePosition() {
    JsonException e =
        catchThrowableOfType(
            JsonException.class, () -> Json.parse("{\"at line 77777 column 88888\": x}"));

    assertThat(e).hasMessageMatching("not valid JSON at line 1, column \\d+");
  }

  @Test
  void depthIsLimited() throws JsonException {
    Json deepest = Json.parse("[".repeat(64) + "]".repeat(64));

    assertThat(deepest.write()).hasSize(128);
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> Json.parse("[".repeat(65) + "]".repeat(65)))
        .withMessageStartingWith("the JSON is nested more than 64 deep");
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> Json.parse("{\"a\":".repeat(65)));
  }

  @Test
  void theNumberOfValuesIsLimited() throws JsonException {
    assertThat(Json.parse("[" + "0,".repeat(99_998) + "0]").asArray().orElseThrow())
        .hasSize(99_999);
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> Json.parse("[" + "0,".repeat(99_999) + "0]"))
        .withMessageStartingWith("the JSON has more than 100000 values");
  }

  @Test
  void theLengthIsLimited() throws JsonException {
    String text = "\"" + "x".repeat(Json.MAX_CHARS - 2) + "\"";

    assertThat(Json.parse(text)).isInstanceOf(Json.Str.class);
    assertThatExceptionOfType(JsonException.class).isThrownBy(() -> Json.parse(text + " "));
    assertThatExceptionOfType(JsonException.class).isThrownBy(() -> Json.parse("[1,2]", 4));
    assertThat(Json.parse("[1,2]", 5).write()).isEqualTo("[1,2]");
  }

  @Test
  void endlessNumbersAreRejected() {
    assertThatExceptionOfType(JsonException.class).isThrownBy(() -> Json.parse("1".repeat(1_025)));
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> Json.parse("[0." + "1".repeat(1_025) + "]"));
  }

  @Test
  void aLongArrayIsReadItemByItem() throws JsonException {
    AtomicInteger items = new AtomicInteger();
    String text = "[" + "{\"a\":[1,2]},".repeat(99_999) + "{\"a\":[1,2]}]";

    Json.forEach(
        text,
        text.length(),
        100_000,
        item -> {
          assertThat(item.write()).isEqualTo("{\"a\":[1,2]}");
          items.incrementAndGet();
        });

    assertThat(items).hasValue(100_000);
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> Json.forEach(text, text.length(), 99_999, _ -> {}))
        .withMessageStartingWith("the array has more than 99999 items");
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> Json.forEach(text, text.length() - 1, 100_000, _ -> {}));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "[", "[1", "[1,", "[1]]", "[1] 2", "1", "<html>", "[{\"a\":1,\"a\":2}]"})
  void whatIsNotOneArrayIsRejected(String text) {
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> Json.forEach(text, 1000, 10, _ -> {}));
  }

  @Test
  void eachItemOfALongArrayIsLimited() {
    String item = "[" + "0,".repeat(99_999) + "0]";

    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> Json.forEach("[" + item + "]", 1_000_000, 10, _ -> {}))
        .withMessageStartingWith("the JSON has more than 100000 values");
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> Json.forEach("[".repeat(65) + "]".repeat(65), 1000, 10, _ -> {}));
  }
}
