package dev.upkeep.agent;

import dev.upkeep.agent.desktop.LoginSwitch;
import java.io.IOException;
import java.util.Map;

/// The entries for the start at login, when the program goes.
public final class LoginEntries {
  private LoginEntries() {}

  /// Removes those of every profile.
  ///
  /// @throws IOException if the system does not let it, as a sentence
  public static void removeAll(Map<String, String> environment) throws IOException {
    LoginSwitch.removeAll(System.getProperty("os.name", ""), environment);
  }
}
