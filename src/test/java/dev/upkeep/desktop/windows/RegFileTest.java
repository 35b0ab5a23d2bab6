package dev.upkeep.desktop.windows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upkeep.desktop.windows.RegFile.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RegFileTest {
  private static RegFile parse(String text) {
    return RegFile.parse(("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE));
  }

  @Test
  void values_of_the_first_key_are_read_as_reg_exports_them() {
    RegFile file =
        parse(
            """
            Windows Registry Editor Version 5.00

            [HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run]
            @="default"
            "OneDrive"="\\"C:\\\\Program Files\\\\OneDrive\\\\OneDrive.exe\\" /background"
            "a \\"b\\" = c\\\\"="x=\\"y\\""
            "Zoë"="日本"
            "Expanded"=hex(2):25,00,54,00,4d,00,50,00,25,00,\\
              5c,00,61,00,00,00
            "Approved"=hex:03,00,00,00,bd,6c,9e,d1,\\
              77,4d,da,01
            "Number"=dword:00000001
            "Cut"="C:\\\\

            [HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run\\Below]
            "Upkeep"="of another key"
            """
                .replace("\n", "\r\n"));

    assertThat(file.values())
        .containsOnlyKeys("OneDrive", "a \"b\" = c\\", "Zoë", "Expanded", "Approved")
        .containsEntry(
            "OneDrive", new Value.Text("\"C:\\Program Files\\OneDrive\\OneDrive.exe\" /background"))
        .containsEntry("a \"b\" = c\\", new Value.Text("x=\"y\""))
        .containsEntry("Zoë", new Value.Text("日本"))
        .containsEntry("Expanded", new Value.Text("%TMP%\\a"));
    assertThat(file.get("APPROVED")).contains(new Value.Bytes("03000000bd6c9ed1774dda01"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "garbage", "[", "\"Upkeep\"=\"before any key\"", "[a]\n\"x\"=hex:zz"})
  void what_is_no_such_file_has_no_values(String text) {
    assertThat(parse(text).values()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      delimiter = '|',
      value = {
        "plain           | \"plain\"",
        "two words       | \"two words\"",
        "ends with \\    | \"ends with \\\\\"",
        "\"C:\\a b\" c   | \"\\\"C:\\a b\\\" c\"",
        "back\\\"slash   | \"back\\\\\\\"slash\"",
        "^^              | \"\"",
      })
  void a_word_is_quoted_as_c_programs_take_it_apart(String word, String quoted) {
    assertThat(RunKeyCommands.quoted(word)).isEqualTo(quoted);
    assertThat(FakeRegistry.unquoted(quoted)).isEqualTo(word);
  }

  @Test
  void reg_is_run_by_its_absolute_path() {
    Path file = Path.of("some file.reg");

    assertThat(RunKeyCommands.in(Map.of("systemroot", "D:\\WINNT")).export("HKCU\\A", file))
        .containsExactly(
            "D:\\WINNT\\System32\\reg.exe", "export", "HKCU\\A", "\"some file.reg\"", "/y");
    assertThat(RunKeyCommands.in(Map.of()).probe().getFirst())
        .isEqualTo("C:\\Windows\\System32\\reg.exe");
  }
}
