package dev.upkeep.cli.console;

import java.util.Optional;

/// The person at the keyboard, if there is one. Reading only: prompts go to standard error, so that
/// standard output stays what a command prints.
public interface Terminal {
  /// Nobody is there.
  Terminal NONE =
      new Terminal() {
        @Override
        public boolean interactive() {
          return false;
        }

        @Override
        public boolean showsTyping() {
          return false;
        }

        @Override
        public Optional<String> readLine() {
          return Optional.empty();
        }

        @Override
        public Optional<String> readHidden() {
          return Optional.empty();
        }

        @Override
        public boolean wasWaiting() {
          return false;
        }
      };

  /// Whether both ends of this process are a terminal, so that a person can be asked and sees
  /// colours.
  boolean interactive();

  /// Whether standard input is a keyboard whose typing cannot be hidden, since standard output is
  /// not a terminal too.
  boolean showsTyping();

  /// One line; empty at the end of input.
  Optional<String> readLine();

  /// One line that is not shown while it is typed; empty at the end of input.
  Optional<String> readHidden();

  /// Whether the latest line was there before anybody asked for it, as within a paste.
  boolean wasWaiting();
}
