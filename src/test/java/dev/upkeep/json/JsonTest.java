package dev.upkeep.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void membersAreReadByNameAndType() throws JsonException {
    Json.Obj obj =
        Json.parse(
                """
                {"name":"shop","port":6379,"ratio":0.5,"tls":true,"note":null,
                 "tags":["a","b"],"endpoint":{"host":"h"}}\
                """)
            .asObject()
            .orElseThrow();

    assertThat(obj.string("name")).contains("shop");
    assertThat(obj.integer("port")).contains(6379L);
    assertThat(obj.decimal("ratio")).contains(0.5);
    assertThat(obj.bool("tls")).contains(true);
    assertThat(obj.array("tags")).contains(List.of(Json.of("a"), Json.of("b")));
    assertThat(obj.object("endpoint").flatMap(e -> e.string("host"))).contains("h");
    assertThat(obj.get("note")).contains(new Json.Null());
    assertThat(obj.members().keySet())
        .containsExactly("name", "port", "ratio", "tls", "note", "tags", "endpoint");
  }

  @Test
  void aMemberOfAnotherTypeIsAsGoodAsAbsent() throws JsonException {
    Json.Obj obj = Json.parse("{\"a\":\"5\",\"b\":null}").asObject().orElseThrow();

    assertThat(obj.integer("a")).isEmpty();
    assertThat(obj.string("b")).isEmpty();
    assertThat(obj.string("c")).isEmpty();
    assertThat(obj.get("c")).isEmpty();
  }

  @Test
  void integersAreExactOrAbsent() throws JsonException {
    assertThat(Json.parse("9223372036854775807").asLong()).contains(Long.MAX_VALUE);
    assertThat(Json.parse("-9223372036854775808").asLong()).contains(Long.MIN_VALUE);
    assertThat(Json.parse("9223372036854775808").asLong()).isEmpty();
    assertThat(Json.parse("5.0").asLong()).contains(5L);
    assertThat(Json.parse("5e2").asLong()).contains(500L);
    assertThat(Json.parse("5.5").asLong()).isEmpty();
    assertThat(Json.parse("-0").asLong()).contains(0L);
  }

  @Test
  void hugeExponentsCostNothing() throws JsonException {
    for (String huge : List.of("1e999999999", "1e99999999999999", "-9.9E+2147483648")) {
      assertThat(Json.parse(huge).asLong()).isEmpty();
      assertThat(Json.parse(huge).asDouble()).isEmpty();
      assertThat(Json.parse(huge).write()).isEqualTo(huge);
    }
    assertThat(Json.parse("1e-999999999").asLong()).isEmpty();
    assertThat(Json.parse("1e-999999999").asDouble()).contains(0.0);
    assertThat(Json.parse("0e999999999").asLong()).contains(0L);
  }

  @Test
  void aNumberKeepsItsLiteral() throws JsonException {
    assertThat(Json.parse("[1.10,-0,1E5]").write()).isEqualTo("[1.10,-0,1E5]");
  }

  @Test
  void numbersThatJsonDoesNotHaveCannotBeMade() {
    assertThatIllegalArgumentException().isThrownBy(() -> Json.of(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> Json.of(Double.NEGATIVE_INFINITY));
    assertThatIllegalArgumentException().isThrownBy(() -> new Json.Num("01"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Json.Num("1".repeat(2000)));
  }

  @Test
  void aBuilderKeepsTheOrderAndLeavesOutWhatIsAbsent() {
    Json.Obj obj =
        Json.object()
            .put("b", "x")
            .put("a", 1)
            .put("half", 0.5)
            .put("yes", true)
            .put("list", Json.array(List.of("p", "q"), Json::of))
            .putIfPresent("none", Optional.empty())
            .putIfPresent("some", Optional.of("s"))
            .putIfPresent("port", Optional.of(7L), Json::of)
            .build();

    assertThat(obj.write())
        .isEqualTo(
            "{\"b\":\"x\",\"a\":1,\"half\":0.5,\"yes\":true,\"list\":[\"p\",\"q\"],"
                + "\"some\":\"s\",\"port\":7}");
  }

  @Test
  void aBuilderTakesEachMemberOnce() {
    JsonBuilder builder = Json.object().put("a", 1);

    assertThatIllegalArgumentException().isThrownBy(() -> builder.put("a", 2));
  }

  @Test
  void aBuiltObjectDoesNotChangeWithItsBuilder() {
    JsonBuilder builder = Json.object().put("a", 1);
    Json.Obj built = builder.build();
    builder.put("b", 2);

    assertThat(built.write()).isEqualTo("{\"a\":1}");
  }

  @Test
  void noValuePrintsItsContent() throws JsonException {
    Json all = Json.parse("{\"canary-k\":[\"canary-v\",70707,true,null]}");

    assertThat(all.toString()).isEqualTo("Obj[1 members]");
    assertThat(List.of(all, Json.of("canary"), Json.of(70707), Json.of(true)).toString())
        .doesNotContain("canary")
        .doesNotContain("70707");
  }
}
