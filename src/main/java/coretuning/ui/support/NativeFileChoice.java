package coretuning.ui.support;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The choosers of the desktop.
///
/// @param owner window they belong to
public record NativeFileChoice(Window owner) implements FileChoice {
  @Override
  public Optional<Path> folder(String title, Optional<Path> start) {
    var chooser = new DirectoryChooser();
    chooser.setTitle(title);
    begin(start, chooser::setInitialDirectory);
    return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> open(String title, Optional<Path> start, String... extensions) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    begin(start, chooser::setInitialDirectory);
    if (extensions.length > 0) {
      List<String> patterns = Arrays.stream(extensions).map(each -> "*." + each).toList();
      chooser
          .getExtensionFilters()
          .addAll(
              new FileChooser.ExtensionFilter(String.join(", ", patterns), patterns),
              new FileChooser.ExtensionFilter("*", "*"));
    }
    return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> save(String title, Optional<Path> folder, String suggestion) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(suggestion);
    begin(folder, chooser::setInitialDirectory);
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }

  /// The nearest existing folder at or above the start.
  private static void begin(Optional<Path> start, Consumer<File> set) {
    Optional<Path> folder = start.map(Path::toAbsolutePath);
    while (folder.isPresent() && !Files.isDirectory(folder.get())) {
      folder = folder.map(Path::getParent);
    }
    folder.map(Path::toFile).ifPresent(set);
  }
}
