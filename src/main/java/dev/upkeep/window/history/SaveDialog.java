package dev.upkeep.window.history;

import dev.upkeep.window.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Asks a person where to put a file; the system asks before it replaces one.
///
/// @param texts in which it asks
record SaveDialog(Texts texts) implements Function<HistoryExport.Form, Optional<Path>> {
  @Override
  public Optional<Path> apply(HistoryExport.Form form) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.say(HistoryText.EXPORT));
    chooser.setInitialFileName(form.fileName());
    String kind = form.name();
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(kind, "*." + kind.toLowerCase(Locale.ROOT)));
    Window owner = Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null);
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }
}
