package dev.upkeep.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
  @Test
  void oneValueIsAlwaysOneLine() throws JsonException {
    StringBuilder every = new StringBuilder();
    for (int c = 0; c <= 0xffff; c++) {
      every.append((char) c).append('-');
    }
    String line = Json.object().put(every.toString(), every.toString()).build().write();

    assertThat(line.codePoints())
        .noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
    assertThat(Json.parse(line).asObject().flatMap(o -> o.string(every.toString())))
        .contains(every.toString());
  }

  @Test
  void whatIsWrittenSurvivesUtf8() throws JsonException {
    Json value = Json.of("\ud83d\ude00 \ud83d \ude00");
    String text = value.write();

    assertThat(text).isEqualTo("\"😀 \\ud83d \\ude00\"");
    String back = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    assertThat(Json.parse(back)).isEqualTo(value);
  }

  @Test
  void whatIsHarmlessStaysReadable() {
    assertThat(Json.of("<b>'é/&=\"\\\n\u0000\u0085").write())
        .isEqualTo("\"<b>'é/&=\\\"\\\\\\n\\u0000\\u0085\"");
  }

  @Test
  void prettyTextIsIndentedByTwo() throws JsonException {
    assertThat(Json.parse("{\"a\":[1,{\"b\":null}],\"c\":[],\"d\":{}}").writePretty())
        .isEqualTo(
            """
            {
              "a": [
                1,
                {
                  "b": null
                }
              ],
              "c": [],
              "d": {}
            }\
            """);
  }

  @Test
  void whatCouldNotBeReadAgainIsNotWritten() {
    Json deep = Json.of(true);
    for (int i = 0; i < 65; i++) {
      deep = new Json.Arr(List.of(deep));
    }
    Json tooDeep = deep;

    assertThatIllegalArgumentException().isThrownBy(tooDeep::write);
  }
}
