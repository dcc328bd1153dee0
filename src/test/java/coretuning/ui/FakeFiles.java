package coretuning.ui;

import coretuning.ui.support.FileChoice;
import java.nio.file.Path;
import java.util.Optional;

/// Chooses always the same.
record FakeFiles(Path choice) implements FileChoice {
  @Override
  public Optional<Path> folder(String title, Optional<Path> start) {
    return Optional.of(choice);
  }

  @Override
  public Optional<Path> open(String title, Optional<Path> start, String... extensions) {
    return Optional.of(choice);
  }

  @Override
  public Optional<Path> save(String title, Optional<Path> folder, String suggestion) {
    return Optional.of(choice.resolve(suggestion));
  }
}
