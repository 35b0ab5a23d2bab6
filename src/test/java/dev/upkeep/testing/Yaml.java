package dev.upkeep.testing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// YAML as others read it, which lets nothing pass: no key twice, no member that a type has not.
public final class Yaml {
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .annotationIntrospector(new WithoutOthers())
          .build();

  private Yaml() {}

  /// The types of Kubernetes collect what they do not know; here that is a mistake.
  private static final class WithoutOthers extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasAnySetter(Annotated annotated) {
      return Boolean.FALSE;
    }
  }

  /// Every document of a text.
  public static List<JsonNode> documents(String text) {
    List<JsonNode> all = new ArrayList<>();
    try (JsonParser parser = MAPPER.createParser(text)) {
      while (parser.nextToken() != null) {
        all.add(MAPPER.readTree(parser));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The one document of a text.
  public static JsonNode document(String text) {
    List<JsonNode> all = documents(text);
    if (all.size() != 1) {
      throw new AssertionError(all.size() + " documents");
    }
    return all.getFirst();
  }

  /// A document as a type.
  ///
  /// @throws IllegalArgumentException if it has a member that the type has not
  public static <T> T as(Class<T> type, JsonNode document) {
    try {
      return MAPPER.treeToValue(document, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /// A list of texts; none where there is nothing.
  public static List<String> list(JsonNode sequence) {
    return sequence.isMissingNode()
        ? List.of()
        : MAPPER.convertValue(sequence, new TypeReference<List<String>>() {});
  }

  /// A mapping of texts; none where there is nothing.
  public static Map<String, String> texts(JsonNode mapping) {
    return mapping.isMissingNode()
        ? Map.of()
        : MAPPER.convertValue(mapping, new TypeReference<Map<String, String>>() {});
  }
}
