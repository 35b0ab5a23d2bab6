package dev.upkeep.testing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// Reads a page of metrics with the parsers of Prometheus' own Python client, one for each format;
/// that of OpenMetrics holds a page to its specification. `make test` installs them.
public final class MetricsParser {
  /// Debian's, which has Debian's packages.
  private static final String PYTHON = "/usr/bin/python3";

  private static final String PROGRAM =
      """
      import json, sys
      if sys.argv[1] == "openmetrics":
          from prometheus_client.openmetrics.parser import text_string_to_metric_families as parse
      else:
          from prometheus_client.parser import text_string_to_metric_families as parse
      for family in parse(sys.stdin.read()):
          for sample in family.samples:
              print(json.dumps({"type": family.type, "help": family.documentation,
                  "name": sample.name, "labels": sample.labels, "value": repr(sample.value)}))
      """;

  private static final long GIVE_UP_SECONDS = 60;

  private MetricsParser() {}

  /// One value.
  ///
  /// @param type of the family that it belongs to: `counter`, `gauge` …
  public record Sample(String type, String name, Map<String, String> labels, double value) {}

  /// Everything on a page.
  ///
  /// @throws AssertionError if it is not in that format, with what the parser says
  public static List<Sample> parse(String page, boolean openMetrics) throws InterruptedException {
    try {
      Path folder = Scratch.folder("metrics");
      Path in = Files.writeString(folder.resolve("in"), page);
      Path out = folder.resolve("out");
      Path err = folder.resolve("err");
      Process python =
          new ProcessBuilder(
                  PYTHON, "-X", "utf8", "-c", PROGRAM, openMetrics ? "openmetrics" : "prometheus")
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!python.waitFor(GIVE_UP_SECONDS, TimeUnit.SECONDS)) {
        python.destroyForcibly().waitFor();
        throw new IllegalStateException("the parser did not end");
      }
      if (python.exitValue() != 0) {
        throw new AssertionError(Files.readString(err) + "\n" + page);
      }
      return Files.readAllLines(out, StandardCharsets.UTF_8).stream()
          .map(MetricsParser::sample)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The value of the one sample with this name and, among others, these labels.
  ///
  /// @param labels name, value, name, value …
  public static double value(List<Sample> samples, String name, String... labels) {
    List<Double> found =
        samples.stream()
            .filter(sample -> sample.name().equals(name) && has(sample, labels))
            .map(Sample::value)
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(
          found.size() + " samples " + name + Arrays.toString(labels) + " in " + samples);
    }
    return found.getFirst();
  }

  private static boolean has(Sample sample, String... labels) {
    for (int i = 0; i < labels.length; i += 2) {
      if (!labels[i + 1].equals(sample.labels().get(labels[i]))) {
        return false;
      }
    }
    return true;
  }

  private static Sample sample(String line) {
    JsonObject json = JsonParser.parseString(line).getAsJsonObject();
    Map<String, String> labels = new TreeMap<>();
    for (Map.Entry<String, JsonElement> label : json.getAsJsonObject("labels").entrySet()) {
      labels.put(label.getKey(), label.getValue().getAsString());
    }
    String value = json.get("value").getAsString();
    return new Sample(
        json.get("type").getAsString(),
        json.get("name").getAsString(),
        labels,
        Double.parseDouble(value.replace("inf", "Infinity").replace("nan", "NaN")));
  }
}
