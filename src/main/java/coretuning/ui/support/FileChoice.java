package coretuning.ui.support;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the user for a place on disk. Behind an interface because the choosers of the desktop block
/// tests; empty means that the user changed their mind.
public interface FileChoice {
  /// An existing folder.
  ///
  /// @param start where to begin looking, if it exists
  Optional<Path> folder(String title, Optional<Path> start);

  /// An existing file.
  ///
  /// @param extensions without dot, e.g. `safetensors`
  Optional<Path> open(String title, Optional<Path> start, String... extensions);

  /// A file to write.
  ///
  /// @param suggestion file name to begin with, e.g. `embedding.png`
  Optional<Path> save(String title, Optional<Path> folder, String suggestion);
}
