package dev.upkeep.cli.console;

import picocli.CommandLine.IVersionProvider;

/// What `--version` prints.
public final class VersionLine implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"upkeep " + Version.number()};
  }
}
