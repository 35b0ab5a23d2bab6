package dev.upkeep.desktop.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class DesktopEntryTest {
  @SuppressWarnings("unused") // read by JUnit
  private static final List<String> FOLDERS = HostileFolders.ALL;

  @ParameterizedTest
  @FieldSource("FOLDERS")
  void a_value_comes_back_as_it_was_from_one_line(String value) {
    DesktopEntry entry = new DesktopEntry(Map.of("Exec", value + "\nb\tc\rd"));

    assertThat(entry.text().lines()).hasSize(2).first().isEqualTo("[Desktop Entry]");
    assertThat(DesktopEntry.parse(entry.text())).isEqualTo(entry);
  }

  @Test
  void only_the_group_of_the_entry_counts() {
    DesktopEntry entry =
        DesktopEntry.parse(
            """
            # Exec=comment
            Exec=before any group
            [Desktop Action stop]
            Exec=upkeep stop
            [Desktop Entry]
            Exec = upkeep agent
            Exec=twice
            Name[de]=Wachhalter
            OnlyShowIn=GNOME;X-Cinnamon;
            Hidden=false
            garbage
            =
            [Desktop Action start]
            TryExec=upkeep
            """);

    assertThat(entry.values())
        .containsOnlyKeys("Exec", "Name[de]", "OnlyShowIn", "Hidden")
        .containsEntry("Exec", "upkeep agent");
    assertThat(entry.list("OnlyShowIn")).contains(List.of("GNOME", "X-Cinnamon"));
    assertThat(entry.is("Hidden", false)).isTrue();
    assertThat(entry.is("Hidden", true)).isFalse();
    assertThat(entry.is("Terminal", false)).isFalse();
  }
}
