package dev.upkeep.deploy;

/// Something that must be there before a deployment can work.
public sealed interface Need {
  /// What it is called: a program, a path, a variable or an option.
  String name();

  /// What it is for.
  String purpose();

  /// A command on this computer's search path.
  record Program(String name, String purpose) implements Need {}

  /// A file on this computer.
  ///
  /// @param executable whether it is a program
  record Place(String name, String purpose, boolean executable) implements Need {}

  /// A parameter of the files.
  record Parameter(String name, String purpose, boolean given) implements Need {}

  /// A secret that a person must put where nobody can look from here.
  record Secret(String name, String purpose) implements Need {}
}
