package dev.upkeep.desktop.windows;

import dev.upkeep.desktop.Commands;
import dev.upkeep.desktop.TrayPixmaps.Panel;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Whether the taskbar is light or dark, which a person may change at any time. Windows 11's is
/// light unless somebody has chosen; before that value was there, all were dark.
public final class TaskbarTheme implements Supplier<Panel> {
  private static final String KEY =
      "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";
  private static final String VALUE = "SystemUsesLightTheme";

  /// The same in every language of Windows.
  private static final Pattern LIGHT = Pattern.compile(VALUE + "\\s+REG_DWORD\\s+0x1\\s");

  private final Commands commands;
  private final RunKeyCommands reg;

  /// Asks nothing yet.
  ///
  /// @param environment of the process, for the folder of Windows
  public TaskbarTheme(Commands commands, Map<String, String> environment) {
    this.commands = commands;
    this.reg = RunKeyCommands.in(environment);
  }

  /// As it is now. Runs a program: not for an event thread.
  @Override
  public Panel get() {
    try {
      Commands.Result answer = commands.run(reg.query(KEY, VALUE));
      return answer.succeeded() && LIGHT.matcher(answer.output()).find() ? Panel.LIGHT : Panel.DARK;
    } catch (IOException untold) {
      return Panel.DARK;
    }
  }
}
