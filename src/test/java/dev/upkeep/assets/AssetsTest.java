package dev.upkeep.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is checked in is what the drawings give. Pixels are compared, not files: how a PNG is
/// packed, and the last bit of an edge, may differ between two JDKs.
final class AssetsTest {
  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final int LAST_BITS = 3;

  private static SortedMap<Path, byte[]> drawn;

  @BeforeAll
  static void draw() throws IOException {
    drawn = new Assets(ROOT).files();
  }

  @Test
  void nothing_is_missing_and_nothing_is_left_over() throws IOException {
    Set<Path> there = new TreeSet<>();
    for (Path folder : List.of(Assets.PICTURES, Assets.RESOURCES)) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
        files.filter(Files::isRegularFile).map(ROOT::relativize).forEach(there::add);
      }
    }
    assertThat(there).as("run make assets").isEqualTo(drawn.keySet());
  }

  @Test
  void every_file_shows_what_its_drawing_shows() throws IOException {
    for (Map.Entry<Path, byte[]> file : drawn.entrySet()) {
      List<Pixels> expected = pictures(file.getKey(), file.getValue());
      List<Pixels> actual =
          pictures(file.getKey(), Files.readAllBytes(ROOT.resolve(file.getKey())));
      assertThat(actual).as("%s: run make assets", file.getKey()).hasSameSizeAs(expected);
      for (int i = 0; i < expected.size(); i++) {
        assertThat(difference(actual.get(i), expected.get(i)))
            .as("%s, picture %d: run make assets", file.getKey(), i)
            .isLessThanOrEqualTo(LAST_BITS);
      }
    }
  }

  private static List<Pixels> pictures(Path path, byte[] content) throws IOException {
    String name = path.toString();
    if (name.endsWith(".png")) {
      return List.of(Pixels.ofPng(content));
    }
    if (name.endsWith(".argb")) {
      return List.of(Pixels.ofRaw(content));
    }
    return name.endsWith(".ico")
        ? IcoFileTest.read(content)
        : List.copyOf(IcnsFileTest.read(content).values());
  }

  /// The largest difference of any channel in any pixel that can be seen in either.
  private static int difference(Pixels a, Pixels b) {
    if (a.size() != b.size()) {
      return Integer.MAX_VALUE;
    }
    int largest = 0;
    for (int i = 0; i < a.argb().length; i++) {
      largest = Math.max(largest, Math.abs(a.alpha(i) - b.alpha(i)));
      // A nearly transparent pixel keeps its colour only roughly.
      if (a.alpha(i) > 127) {
        for (int shift = 0; shift < 24; shift += 8) {
          int one = a.argb()[i] >>> shift & 0xff;
          largest = Math.max(largest, Math.abs(one - (b.argb()[i] >>> shift & 0xff)));
        }
      }
    }
    return largest;
  }
}
